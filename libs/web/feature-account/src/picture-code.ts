import type { Message } from '@sala/web/ui';
import { pictureMessages } from './picture-messages.js';

/** One stroke or area of a drawing. */
export interface Shape {
  d: string;
  fill?: string;
  stroke?: string;
}

/** A picture that stands for a digit of a PIN. */
export interface SecretPicture {
  digit: string;
  name: Message;
  shapes: readonly Shape[];
}

const WOOD = '#8a5a2b';
const GREEN = '#1f7a4d';
const GOLD = '#e0a020';
const BLUE = '#2b6cb0';
const CLAY = '#b4532a';
const INK = '#3b4048';
const line = (stroke: string, d: string): Shape => ({ d, stroke });
const area = (fill: string, d: string): Shape => ({ d, fill });

/** Ten pictures for the ten digits, each 48×48 and drawn for Sala: what everybody in a village knows by its outline. */
export const SECRET_PICTURES: readonly SecretPicture[] = [
  {
    digit: '1',
    name: pictureMessages.rice,
    shapes: [
      area('#fff', 'M10 24c2-8 8-11 14-11s12 3 14 11z'),
      line(INK, 'M10 24c2-8 8-11 14-11s12 3 14 11'),
      area(BLUE, 'M6 24h36c0 9-6 16-12 17v3H18v-3C12 40 6 33 6 24z'),
      line(INK, 'M19 9c-2-2 2-3 0-6M28 9c-2-2 2-3 0-6'),
    ],
  },
  {
    digit: '2',
    name: pictureMessages.buffalo,
    shapes: [
      line(INK, 'M15 17C5 17 3 9 7 4M33 17c10 0 12-8 8-13'),
      area('#6b7280', 'M14 14h20l4 6-5 3-2 13c-1 6-13 6-14 0l-2-13-5-3z'),
      area('#d1a9a0', 'M17 34c0 9 14 9 14 0-2-4-12-4-14 0z'),
      area('#111', 'M17 22h4v4h-4zM27 22h4v4h-4zM20 36h3v3h-3zM25 36h3v3h-3z'),
    ],
  },
  {
    digit: '3',
    name: pictureMessages.palm,
    shapes: [
      area(WOOD, 'M22 20h4l2 25h-8z'),
      area(GREEN, 'M24 3l4 7 8-3-2 8 8 3-8 4 2 8-8-4-4 6-4-6-8 4 2-8-8-4 8-3-2-8 8 3z'),
      area(GOLD, 'M19 20a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM29 20a3 3 0 1 0 0 6 3 3 0 0 0 0-6z'),
    ],
  },
  {
    digit: '4',
    name: pictureMessages.boat,
    shapes: [
      area(CLAY, 'M14 22c4-9 16-9 20 0z'),
      area(WOOD, 'M3 21c5 3 8 4 11 4h20c3 0 6-1 11-4-2 10-6 14-11 14H14C9 35 5 31 3 21z'),
      line(BLUE, 'M4 41c4-3 7 3 10 0s7 3 10 0 7 3 10 0 7 3 10 0'),
    ],
  },
  {
    digit: '5',
    name: pictureMessages.house,
    shapes: [
      area(CLAY, 'M24 4L4 20l3 3h34l3-3z'),
      area(GOLD, 'M9 23h30v11H9z'),
      area(INK, 'M20 26h8v8h-8z'),
      line(WOOD, 'M11 34v11M20 34v11M28 34v11M37 34v11'),
    ],
  },
  {
    digit: '6',
    name: pictureMessages.fish,
    shapes: [
      area(BLUE, 'M4 24c6-12 20-13 28-3l12-8c-3 7-3 15 0 22l-12-8c-8 10-22 9-28-3z'),
      area('#fff', 'M13 18a3 3 0 1 0 0 6 3 3 0 0 0 0-6z'),
      line('#fff', 'M20 16c3 5 3 11 0 16'),
    ],
  },
  {
    digit: '7',
    name: pictureMessages.lotus,
    shapes: [
      area('#d9588f', 'M24 34C10 36 4 28 3 18c8 0 15 4 21 16zM24 34c14 2 20-6 21-16-8 0-15 4-21 16z'),
      area('#ec8fb5', 'M24 34C14 28 11 18 15 9c6 3 9 11 9 25zM24 34c10-6 13-16 9-25-6 3-9 11-9 25z'),
      area('#f6bcd3', 'M24 35c-7-9-7-20 0-31 7 11 7 22 0 31z'),
      line(GREEN, 'M24 35v10M10 42c8-4 20-4 28 0'),
    ],
  },
  {
    digit: '8',
    name: pictureMessages.bicycle,
    shapes: [
      line(INK, 'M11 40a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM37 40a8 8 0 1 0 0-16 8 8 0 0 0 0 16z'),
      line(CLAY, 'M11 32l7-15h14L22 32zM18 17l4 15M32 17l5 15M32 17l-2-6h6'),
      line(INK, 'M14 13h7'),
    ],
  },
  {
    digit: '9',
    name: pictureMessages.drum,
    shapes: [
      area(WOOD, 'M9 13c-5 9-5 15 0 24h30c5-9 5-15 0-24z'),
      area('#f1e3c6', 'M9 13c0-8 30-8 30 0s-30 8-30 0z'),
      line(INK, 'M9 13c0-8 30-8 30 0s-30 8-30 0M8 22l8 15 8-16 8 16 8-15'),
    ],
  },
  {
    digit: '0',
    name: pictureMessages.sun,
    shapes: [
      area(GOLD, 'M24 13a11 11 0 1 0 0 22 11 11 0 0 0 0-22z'),
      line(CLAY, 'M24 2v6M24 40v6M2 24h6M40 24h6M8 8l5 5M35 35l5 5M40 8l-5 5M13 35l-5 5'),
    ],
  },
];
