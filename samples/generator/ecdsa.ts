import { createHash, createHmac, createPrivateKey } from 'node:crypto'

/**
 * ECDSA on P-256 with SHA-256 and the deterministic nonce of RFC 6979: same key, same bytes, same signature.
 * node:crypto signs with a random nonce, which would change the barcode at each drawing. Test keys only: not constant time.
 */

const P = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn
const N = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
const A = P - 3n
const G: Point = {
  x: 0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n,
  y: 0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n,
}

interface Point {
  readonly x: bigint
  readonly y: bigint
}

const mod = (a: bigint, m: bigint): bigint => ((a % m) + m) % m

function inverse(a: bigint, m: bigint): bigint {
  let [r0, r1] = [m, mod(a, m)]
  let [t0, t1] = [0n, 1n]
  while (r1 > 0n) {
    const q = r0 / r1
    ;[r0, r1] = [r1, r0 - q * r1]
    ;[t0, t1] = [t1, t0 - q * t1]
  }
  return mod(t0, m)
}

function add(p: Point | null, q: Point | null): Point | null {
  if (!p) return q
  if (!q) return p
  if (p.x === q.x && p.y !== q.y) return null
  const slope = p.x === q.x ? (3n * p.x * p.x + A) * inverse(2n * p.y, P) : (q.y - p.y) * inverse(mod(q.x - p.x, P), P)
  const x = mod(slope * slope - p.x - q.x, P)
  return { x, y: mod(slope * (p.x - x) - p.y, P) }
}

function multiply(k: bigint, point: Point): Point | null {
  let result: Point | null = null
  let doubled: Point | null = point
  for (let bits = k; bits > 0n; bits >>= 1n) {
    if (bits & 1n) result = add(result, doubled)
    doubled = add(doubled, doubled)
  }
  return result
}

const toInt = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`)
const toBytes = (n: bigint): Buffer => Buffer.from(n.toString(16).padStart(64, '0'), 'hex')

/** Nonces of RFC 6979 section 3.2, one after the other. */
function* nonces(d: bigint, hash: Buffer): Generator<bigint, never> {
  const hmac = (key: Buffer, ...parts: Uint8Array[]): Buffer =>
    createHmac('sha256', key).update(Buffer.concat(parts)).digest()
  const seed = Buffer.concat([toBytes(d), toBytes(mod(toInt(hash), N))])
  let v: Buffer = Buffer.alloc(32, 1)
  let k: Buffer = Buffer.alloc(32, 0)
  k = hmac(k, v, Buffer.of(0), seed)
  v = hmac(k, v)
  k = hmac(k, v, Buffer.of(1), seed)
  v = hmac(k, v)
  for (;;) {
    v = hmac(k, v)
    const candidate = toInt(v)
    if (candidate > 0n && candidate < N) yield candidate
    k = hmac(k, v, Buffer.of(0))
    v = hmac(k, v)
  }
}

/**
 * Signs `message`.
 * @param privateKeyPem PKCS#8 PEM of a P-256 key
 * @returns r then s, 32 bytes each, big endian (the form that a 2D-Doc carries, IEEE P1363)
 */
export function signP256(message: Uint8Array, privateKeyPem: string): Buffer {
  const jwk = createPrivateKey(privateKeyPem).export({ format: 'jwk' })
  if (jwk.crv !== 'P-256' || jwk.d === undefined) throw new Error('expected a P-256 private key')
  const d = toInt(Buffer.from(jwk.d, 'base64url'))
  const hash = createHash('sha256').update(message).digest()
  for (const k of nonces(d, hash)) {
    const r = mod(multiply(k, G)?.x ?? 0n, N)
    const s = mod(inverse(k, N) * (toInt(hash) + r * d), N)
    if (r !== 0n && s !== 0n) return Buffer.concat([toBytes(r), toBytes(s)])
  }
  throw new Error('unreachable: nonces never end')
}
