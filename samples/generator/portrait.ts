import sharp from 'sharp'
import { normal, rng } from './rng.ts'
import type { Person } from './template.ts'

/**
 * A drawn face that behaves as an identity photo in an image pipeline: soft gradients, texture, no straight line. Nobody
 * is represented.
 */

const SKINS = ['#f3d3bd', '#e8b998', '#d9a27c', '#b97d56', '#8d5a3b', '#6b4029', '#f0c9a8', '#a86f4a'] as const
const HAIRS = ['#1c1613', '#2b1d14', '#4a3020', '#6e4a2a', '#8c8581', '#a5763f', '#33302f'] as const
const CLOTHES = ['#2c3550', '#50322f', '#3c4a3c', '#6b6f78', '#1f1f24', '#7a2f45', '#355c6b'] as const

const WIDTH = 350
const HEIGHT = 450

/** Portrait of a person, 35 x 45 mm at 254 dpi, as a JPEG data URI. The same person always has the same face. */
export async function portraitOf(person: Person): Promise<string> {
  const random = rng('portrait', person.nir)
  const { data } = await sharp(Buffer.from(face(person, random)))
    .blur(1.1)
    .flatten({ background: '#dfe3e6' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  // Grain of a printed photo: one deviate for the three channels, a smaller one for each.
  for (let i = 0; i < data.length; i += 3) {
    const grain = 5 * normal(random)
    for (let c = 0; c < 3; c++) data[i + c] = Math.max(0, Math.min(255, (data[i + c] as number) + grain))
  }
  const jpeg = await sharp(data, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .jpeg({ quality: 82 })
    .toBuffer()
  return `data:image/jpeg;base64,${jpeg.toString('base64')}`
}

function face(person: Person, random: ReturnType<typeof rng>): string {
  const skin = random.pick(SKINS)
  const hair = random.pick(HAIRS)
  const clothes = random.pick(CLOTHES)
  const woman = person.sexe === 'F'
  const w = random.int(82, 96)
  const h = random.int(112, 128)
  const cy = random.int(196, 208)
  const eyes = cy - random.int(8, 16)
  const gap = random.int(34, 40)
  const mouth = cy + random.int(58, 66)
  const smile = random.int(-2, 7)
  const long = woman && random.chance(0.7)
  const beard = !woman && random.chance(0.4)
  const glasses = random.chance(0.25)
  const eye = (x: number): string => `
    <ellipse cx="${x}" cy="${eyes}" rx="15" ry="8" fill="#f4f0ec"/>
    <circle cx="${x}" cy="${eyes}" r="7.5" fill="#3b2a1e"/><circle cx="${x}" cy="${eyes}" r="3.6" fill="#0a0807"/>
    <circle cx="${x - 2.5}" cy="${eyes - 2.5}" r="1.6" fill="#fff" opacity=".8"/>
    <path d="M${x - 17} ${eyes - 3} Q${x} ${eyes - 14} ${x + 17} ${eyes - 2}" stroke="#2a1c15" stroke-width="3" fill="none"/>
    <path d="M${x - 22} ${eyes - 17} Q${x} ${eyes - 29} ${x + 22} ${eyes - 18}" stroke="${hair}" stroke-width="6" fill="none" opacity=".85"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 350 450">
  <defs>
    <linearGradient id="wall" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#e9ecee"/><stop offset="1" stop-color="#c9cfd4"/></linearGradient>
    <radialGradient id="skin" cx="40%" cy="38%" r="75%"><stop offset="0" stop-color="${skin}"/><stop offset=".62" stop-color="${skin}"/><stop offset="1" stop-color="#2a1710" stop-opacity=".78"/></radialGradient>
    <linearGradient id="cloth" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${clothes}"/><stop offset="1" stop-color="#101014"/></linearGradient>
    <linearGradient id="hair" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${hair}"/><stop offset="1" stop-color="#0d0a09"/></linearGradient>
  </defs>
  <rect width="350" height="450" fill="url(#wall)"/>
  ${long ? `<path d="M${175 - w - 24} ${cy - 10} Q175 ${cy - h - 70} ${175 + w + 24} ${cy - 10} L${175 + w + 30} 400 L${175 - w - 30} 400Z" fill="url(#hair)"/>` : ''}
  <path d="M20 450 Q34 372 118 350 L232 350 Q316 372 330 450Z" fill="url(#cloth)"/>
  <path d="M132 ${cy + 60} L132 352 Q175 396 218 352 L218 ${cy + 60}Z" fill="${skin}"/>
  <path d="M132 ${cy + 92} Q175 ${cy + 146} 218 ${cy + 92} L218 350 Q175 372 132 350Z" fill="#1d0f09" opacity=".22"/>
  <ellipse cx="${175 - w}" cy="${cy + 4}" rx="13" ry="25" fill="${skin}"/><ellipse cx="${175 + w}" cy="${cy + 4}" rx="13" ry="25" fill="${skin}"/>
  <ellipse cx="175" cy="${cy}" rx="${w}" ry="${h}" fill="${skin}"/><ellipse cx="175" cy="${cy}" rx="${w}" ry="${h}" fill="url(#skin)" opacity=".55"/>
  ${eye(175 - gap)}${eye(175 + gap)}
  <path d="M172 ${eyes + 8} Q162 ${cy + 34} 166 ${cy + 36} Q175 ${cy + 43} 186 ${cy + 36}" stroke="#3a2015" stroke-width="3.4" fill="none" opacity=".55"/>
  <path d="M${175 - 30} ${mouth} Q175 ${mouth + 9 + smile} ${175 + 30} ${mouth} Q175 ${mouth - 9} ${175 - 30} ${mouth}Z" fill="${woman ? '#a34a4e' : '#8c5247'}"/>
  <path d="M${175 - 31} ${mouth} Q175 ${mouth + smile} ${175 + 31} ${mouth}" stroke="#4d241f" stroke-width="2" fill="none"/>
  ${beard ? `<path d="M${175 - w + 6} ${cy + 36} Q${175 - w + 20} ${cy + h + 6} 175 ${cy + h + 12} Q${175 + w - 20} ${cy + h + 6} ${175 + w - 6} ${cy + 36} Q${175 + 48} ${mouth - 22} 175 ${mouth - 18} Q${175 - 48} ${mouth - 22} ${175 - w + 6} ${cy + 36}Z" fill="${hair}" opacity=".5"/>` : ''}
  <path d="M${175 - w - 8} ${cy + 6} Q${175 - w - 18} ${cy - h - 26} 175 ${cy - h - 26} Q${175 + w + 18} ${cy - h - 26} ${175 + w + 8} ${cy + 6} Q${175 + w - 4} ${cy - 62} ${175 + 34} ${cy - 78} Q170 ${cy - 62} ${175 - 54} ${cy - 70} Q${175 - w + 2} ${cy - 52} ${175 - w - 8} ${cy + 6}Z" fill="url(#hair)"/>
  ${glasses ? `<g stroke="#202024" stroke-width="4" fill="#ffffff" fill-opacity=".12"><rect x="${175 - gap - 25}" y="${eyes - 17}" width="50" height="36" rx="12"/><rect x="${175 + gap - 25}" y="${eyes - 17}" width="50" height="36" rx="12"/></g>` : ''}
</svg>`
}
