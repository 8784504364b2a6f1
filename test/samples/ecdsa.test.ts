import { createPrivateKey, createPublicKey, generateKeyPairSync, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { signP256 } from '../../samples/generator/ecdsa.ts'

/** The P-256 key of RFC 6979, appendix A.2.5. */
const KEY = createPrivateKey({
  format: 'jwk',
  key: {
    kty: 'EC',
    crv: 'P-256',
    d: Buffer.from('C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721', 'hex').toString('base64url'),
    x: Buffer.from('60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6', 'hex').toString('base64url'),
    y: Buffer.from('7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299', 'hex').toString('base64url'),
  },
})
  .export({ type: 'pkcs8', format: 'pem' })
  .toString()

describe('the signature of the sample 2D-Doc', () => {
  it.each([
    [
      'sample',
      'EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716',
      'F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8',
    ],
    [
      'test',
      'F1ABB023518351CD71D881567B1EA663ED3EFCF6C5132B354F28D3B0B7D38367',
      '019F4113742A2B14BD25926B49C649155F267E60D3814B4C0CC84250E46F0083',
    ],
  ])('is that of RFC 6979 for the message "%s"', (message, r, s) => {
    expect(signP256(Buffer.from(message), KEY).toString('hex').toUpperCase()).toBe(r + s)
  })

  it('is accepted by node:crypto for any key and message', () => {
    for (let i = 0; i < 8; i++) {
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const message = Buffer.from(`message ${i}`)
      const signature = signP256(message, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
      expect(verify('sha256', message, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true)
    }
  })

  it('is the same each time, and refuses a key of another curve', () => {
    const message = Buffer.from('same bytes')
    expect(signP256(message, KEY)).toEqual(signP256(message, KEY))
    const other = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey.export({ type: 'pkcs8', format: 'pem' })
    expect(() => signP256(message, other.toString())).toThrow('P-256')
    expect(createPublicKey(KEY).asymmetricKeyType).toBe('ec')
  })
})
