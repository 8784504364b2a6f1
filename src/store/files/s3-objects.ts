import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  type S3ServiceException,
} from '@aws-sdk/client-s3'
import { ExponentialBackoff, handleWhen, retry } from 'cockatiel'
import { ObjectMissing, ObjectsUnreachable, type ObjectStore } from './objects.ts'

export interface S3Config {
  /** Endpoint of an S3-compatible store. */
  readonly url: string
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

const nothing = (): void => undefined
/** What goes wrong is thrown; the SDK's own lines would hold addresses. */
const SILENT = { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing }

const lasting = (error: Error): boolean =>
  error instanceof NoSuchKey || ((error as S3ServiceException).$metadata?.httpStatusCode ?? 500) < 429
const RETRY = retry(
  handleWhen(error => !lasting(error)),
  { maxAttempts: 2, backoff: new ExponentialBackoff({ initialDelay: 200, maxDelay: 2_000 }) },
)

/** Objects in an S3-compatible store. It receives sealed bytes only. */
export class S3Objects implements ObjectStore {
  readonly #client: S3Client
  readonly #bucket: string

  constructor({ url, bucket, region, accessKeyId, secretAccessKey }: S3Config) {
    this.#bucket = bucket
    this.#client = new S3Client({
      endpoint: url,
      region,
      forcePathStyle: true,
      credentials: { accessKeyId, secretAccessKey },
      // The body of a file is a stream: the SDK cannot send it again, `RETRY` opens it again.
      maxAttempts: 1,
      logger: SILENT,
      requestHandler: { connectionTimeout: 2_000, requestTimeout: 30_000 },
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    })
  }

  async put(address: string, localFile: string): Promise<void> {
    const { size } = await stat(localFile)
    const input = { Bucket: this.#bucket, Key: address, ContentLength: size }
    await this.#send(() => this.#client.send(new PutObjectCommand({ ...input, Body: createReadStream(localFile) })))
    await rm(localFile, { force: true })
  }

  async read(address: string): Promise<AsyncIterable<Uint8Array>> {
    const { Body } = await this.#send(() =>
      this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key: address })),
    )
    if (Body === undefined) throw new ObjectMissing()
    return Body as unknown as AsyncIterable<Uint8Array>
  }

  async remove(address: string): Promise<void> {
    await this.#send(() => this.#client.send(new DeleteObjectCommand({ Bucket: this.#bucket, Key: address })))
  }

  check(): Promise<boolean> {
    return this.#client.send(new HeadBucketCommand({ Bucket: this.#bucket })).then(
      () => true,
      () => false,
    )
  }

  close(): void {
    this.#client.destroy()
  }

  /** The message of the SDK may hold addresses: only its code goes on. */
  async #send<T>(request: () => Promise<T>): Promise<T> {
    try {
      return await RETRY.execute(request)
    } catch (error) {
      if (error instanceof NoSuchKey) throw new ObjectMissing()
      const { name, code } = error as { name?: string; code?: string }
      throw new ObjectsUnreachable(code ?? name ?? 'inconnu')
    }
  }
}
