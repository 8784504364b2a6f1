import { describe, expect, it } from 'vitest'
import {
  addMonths,
  addYears,
  ageOn,
  civilDate,
  compareDates,
  daysBetween,
  endOfMonth,
  parisDay,
} from '../../src/formats/calendar.ts'

describe('calendar of the validity rules', () => {
  it('the end of a month', () => {
    expect(endOfMonth('2024-02-10')).toBe('2024-02-29')
    expect(endOfMonth('2023-02-28')).toBe('2023-02-28')
    expect(endOfMonth('2023-12-31')).toBe('2023-12-31')
  })

  it('months are added from day to day, or to the last day of the month', () => {
    expect(addMonths('2023-11-30', 3)).toBe('2024-02-29')
    expect(addMonths('2024-11-30', 3)).toBe('2025-02-28')
    expect(addMonths('2024-08-15', 3)).toBe('2024-11-15')
    expect(addMonths('2024-01-31', -2)).toBe('2023-11-30')
  })

  it('29 February plus a year is 28 February', () => {
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28')
    expect(addYears('2022-06-14', 5)).toBe('2027-06-14')
  })

  it('a person is eighteen on the very birthday (CNI delivered 10/04/2010 to a person born 10/04/1992)', () => {
    expect(ageOn('1992-04-10', '2010-04-10')).toBe(18)
    expect(ageOn('1992-04-10', '2010-04-09')).toBe(17)
    expect(ageOn('1994-08-20', '2010-05-10')).toBe(15)
    expect(ageOn('2030-01-01', '2024-01-01')).toBeLessThan(0)
  })

  it('dates are compared and counted', () => {
    expect(compareDates('2024-01-01', '2024-01-02')).toBeLessThan(0)
    expect(compareDates('2024-01-02', '2024-01-02')).toBe(0)
    expect(['2024-03-01', '2023-12-31'].sort(compareDates)).toEqual(['2023-12-31', '2024-03-01'])
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
  })

  it('an instant belongs to the day it is in Paris, summer and winter', () => {
    expect(parisDay('2024-12-31T23:30:00Z')).toBe('2025-01-01')
    expect(parisDay('2024-06-30T21:59:00Z')).toBe('2024-06-30')
    expect(parisDay('2024-06-30T22:00:00Z')).toBe('2024-07-01')
  })

  it('days that do not exist are not dates, and asking about one is an error', () => {
    expect(civilDate(2024, 2, 29)).toBe('2024-02-29')
    expect(civilDate(2023, 2, 29)).toBeNull()
    expect(() => endOfMonth('2023-02-30')).toThrow(RangeError)
  })
})
