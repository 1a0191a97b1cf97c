import { khmerDigits } from './digits.js';

// Chromium on a desktop has no km locale, so `Intl` would write English dates; month and day names are Khmer facts of our own.
const MONTHS = ['មករា', 'កុម្ភៈ', 'មីនា', 'មេសា', 'ឧសភា', 'មិថុនា', 'កក្កដា', 'សីហា', 'កញ្ញា', 'តុលា', 'វិច្ឆិកា', 'ធ្នូ'] as const;
const DAYS = ['អាទិត្យ', 'ចន្ទ', 'អង្គារ', 'ពុធ', 'ព្រហស្បតិ៍', 'សុក្រ', 'សៅរ៍'] as const;

/** The official long date of a local day: ថ្ងៃអាទិត្យ ទី២២ ខែវិច្ឆិកា ឆ្នាំ២០២៦. */
export function khmerDate(date: Date): string {
  const day = DAYS[date.getDay()] ?? '';
  const month = MONTHS[date.getMonth()] ?? '';
  return `ថ្ងៃ${day} ទី${khmerDigits(date.getDate())} ខែ${month} ឆ្នាំ${khmerDigits(date.getFullYear())}`;
}

/** The short date of a local day: ២២ វិច្ឆិកា ២០២៦. */
export function khmerShortDate(date: Date): string {
  return `${khmerDigits(date.getDate())} ${MONTHS[date.getMonth()] ?? ''} ${khmerDigits(date.getFullYear())}`;
}

const dayNumber = (date: Date): number => Math.round(new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime() / 86_400_000);

/** A moment as people say it: today or yesterday with the time, else the long date. */
export function khmerWhen(date: Date, now: Date): string {
  const daysAgo = dayNumber(now) - dayNumber(date);
  if (daysAgo === 0) return `ថ្ងៃនេះ ${khmerTime(date)}`;
  return daysAgo === 1 ? `ម្សិលមិញ ${khmerTime(date)}` : khmerDate(date);
}

/** The part of the day that follows a Khmer time, by hour 0-23. */
function partOfDay(hour: number): string {
  if (hour <= 10) return 'ព្រឹក';
  if (hour <= 12) return 'ថ្ងៃត្រង់';
  if (hour <= 16) return 'រសៀល';
  return hour <= 18 ? 'ល្ងាច' : 'យប់';
}

/** The local time of day in Khmer words and digits: ម៉ោង ១០:០៥ ព្រឹក. */
export function khmerTime(date: Date): string {
  const hour = date.getHours();
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  return `ម៉ោង ${khmerDigits(twelve)}:${khmerDigits(String(date.getMinutes()).padStart(2, '0'))} ${partOfDay(hour)}`;
}
