/** The words that files about people carry. */
export const messages = {
  people: { km: 'បញ្ជីឈ្មោះ', en: 'People' },
} as const;
