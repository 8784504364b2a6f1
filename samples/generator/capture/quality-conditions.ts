import type { Condition } from './conditions.ts'
import { blur, grey, resample, scanner, type Effect } from './effects.ts'
import { stamp } from './overlays.ts'
import { photograph } from './photo.ts'
import {
  bleedThrough,
  colouredPaper,
  cutMargins,
  cutSide,
  darkEdges,
  dirt,
  exposure,
  lastWords,
  motion,
  punchHoles,
  whitePaper,
} from './quality-effects.ts'

/** Words of the sheet that carries nothing else: they belong to no document. */
const LAST_WORDS = 'Lu et approuvé, le 3 octobre 2026'

const glass = scanner(0.25, 2)
const scanned = (dpi: number, ...effects: readonly Effect[]): Effect[] => [resample(dpi), grey, ...effects, glass]
const jpegGrey = { kind: 'jpeg', quality: 75, grey: true } as const
const jpegColour = { kind: 'jpeg', quality: 78, grey: false } as const

/** Captures that a person reads with effort, captures that nobody can, and pages with nothing or next to nothing on them. */
export const qualityConditions = (today: string): readonly Condition[] => [
  { id: 'blur-medium', effects: scanned(200, blur(0.22)), format: jpegGrey },
  { id: 'blur-strong', effects: scanned(200, blur(1.1)), format: jpegGrey, unreadable: true },
  { id: 'motion-light', effects: scanned(200, motion(0.5)), format: jpegGrey },
  { id: 'motion-strong', effects: scanned(200, motion(4.5)), format: jpegGrey, unreadable: true },
  { id: 'photo-blurred', effects: [photograph(3000, 0.05), blur(1.2)], format: jpegColour, unreadable: true },
  { id: 'over-exposed-light', effects: scanned(200, exposure(0.6, 120, 1)), format: jpegGrey },
  { id: 'over-exposed', effects: [...scanned(200), exposure(2.2, 160, 1)], format: jpegGrey, unreadable: true },
  { id: 'under-exposed-light', effects: [...scanned(200), exposure(0.22, 5, 1.2)], format: jpegGrey },
  { id: 'under-exposed', effects: [...scanned(150), exposure(0.03, 3, 8)], format: jpegGrey, unreadable: true },
  { id: 'scan-100', effects: scanned(100), format: jpegGrey },
  { id: 'too-small', effects: scanned(32), format: jpegGrey, unreadable: true },
  { id: 'cut-top', effects: [cutSide('top', 0.3, 0.45), ...scanned(150)], format: jpegGrey, unreadable: 'fields-lost' },
  {
    id: 'cut-bottom',
    effects: [cutSide('bottom', 0.3, 0.45), ...scanned(200)],
    format: jpegGrey,
    unreadable: 'fields-lost',
  },
  {
    id: 'cut-left',
    effects: [cutSide('left', 0.2, 0.4), ...scanned(200)],
    format: jpegGrey,
    unreadable: 'fields-lost',
  },
  {
    id: 'cut-right',
    effects: [cutSide('right', 0.2, 0.4), ...scanned(150)],
    format: jpegGrey,
    unreadable: 'fields-lost',
  },
  {
    id: 'cut-half',
    effects: [cutSide('bottom', 0.5, 0.5), ...scanned(200)],
    format: jpegGrey,
    unreadable: 'fields-lost',
  },
  { id: 'cut-margins', effects: [cutMargins, ...scanned(200)], format: jpegGrey, unreadable: 'fields-lost' },
  {
    id: 'photo-cut',
    effects: [photograph(3000, 0.05, 0.6)],
    format: jpegColour,
    unreadable: 'fields-lost',
  },
  { id: 'faint', effects: scanned(200, exposure(0.28, 180, 1.5)), format: jpegGrey },
  { id: 'blank-bleed-through', effects: scanned(200, bleedThrough), format: jpegGrey, carries: 'nothing' },
  { id: 'blank-dirt', effects: scanned(200, whitePaper, dirt), format: jpegGrey, carries: 'nothing' },
  { id: 'blank-punched', effects: scanned(200, whitePaper, punchHoles), format: jpegGrey, carries: 'nothing' },
  { id: 'blank-coloured', effects: [resample(150), colouredPaper, glass], format: jpegColour, carries: 'nothing' },
  { id: 'blank-edges', effects: scanned(150, whitePaper, darkEdges), format: jpegGrey, carries: 'nothing' },
  { id: 'stamp-only', effects: [whitePaper, stamp(today), ...scanned(200)], format: jpegGrey, carries: 'marks' },
  { id: 'few-words', effects: scanned(200, whitePaper, lastWords(LAST_WORDS)), format: jpegGrey, carries: 'marks' },
]
