import type { Message } from '@sala/web/ui';

/** The names of the pictures that stand for digits. */
export const pictureMessages = {
  rice: { km: 'ចានបាយ', en: 'Bowl of rice' },
  buffalo: { km: 'ក្របី', en: 'Buffalo' },
  palm: { km: 'ដើមត្នោត', en: 'Sugar palm' },
  boat: { km: 'ទូក', en: 'Boat' },
  house: { km: 'ផ្ទះ', en: 'House' },
  fish: { km: 'ត្រី', en: 'Fish' },
  lotus: { km: 'ផ្កាឈូក', en: 'Lotus' },
  bicycle: { km: 'កង់', en: 'Bicycle' },
  drum: { km: 'ស្គរ', en: 'Drum' },
  sun: { km: 'ព្រះអាទិត្យ', en: 'Sun' },
} as const satisfies Record<string, Message>;
