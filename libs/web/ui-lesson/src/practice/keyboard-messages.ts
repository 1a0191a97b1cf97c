/** The keys of the simulated keyboard, row by row. */
export const LAYOUTS = {
  khmer: ['ឆ ឹ េ រ ត យ ុ ិ ោ ផ', 'ា ស ដ ថ ង ហ ្ ក ល ់', 'ឋ ខ ច វ ប ន ម ំ ះ ៉', 'អ ទ គ ជ ព ណ ញ ី ូ ើ', 'ែ ៃ ៅ ៀ ឿ ៊ ្រ ឃ ឱ ឧ'],
  latin: ['q w e r t y u i o p', 'a s d f g h j k l', 'z x c v b n m - .'],
  digits: ['1 2 3', '4 5 6', '7 8 9', '0 . /'],
} as const;
