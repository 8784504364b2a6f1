import { InvalidArgumentError } from 'commander'
import type { Canal } from '../domain/resultat.ts'

const whole =
  (min: number, max: number) =>
  (value: string): number => {
    const number = Number(value)
    if (Number.isInteger(number) && number >= min && number <= max) return number
    throw new InvalidArgumentError(`Donnez un nombre entre ${min} et ${max}.`)
  }

export const parseJobs = whole(1, 64)
export const parsePort = whole(0, 65_535)
export const parseDays = whole(1, 366)

export function parseCanal(value: string): Canal {
  if (value === 'guichet' || value === 'portail' || value === 'cli') return value
  throw new InvalidArgumentError('Choisissez guichet, portail ou cli.')
}
