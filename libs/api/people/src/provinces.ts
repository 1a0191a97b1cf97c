import type { PlaceRow } from './places.js';

/** The country itself, above every province. */
export const NATION_ROW: PlaceRow = { code: 'KH', khmer: 'កម្ពុជា', latin: 'Cambodia', unit: 'ប្រទេស' };

// Codes and names after the gazetteer of the National Committee for Sub-National Democratic Development (NCDD), June 2026.
const ROWS = [
  ['01', 'បន្ទាយមានជ័យ', 'Banteay Meanchey', 'ខេត្ត'],
  ['02', 'បាត់ដំបង', 'Battambang', 'ខេត្ត'],
  ['03', 'កំពង់ចាម', 'Kampong Cham', 'ខេត្ត'],
  ['04', 'កំពង់ឆ្នាំង', 'Kampong Chhnang', 'ខេត្ត'],
  ['05', 'កំពង់ស្ពឺ', 'Kampong Speu', 'ខេត្ត'],
  ['06', 'កំពង់ធំ', 'Kampong Thom', 'ខេត្ត'],
  ['07', 'កំពត', 'Kampot', 'ខេត្ត'],
  ['08', 'កណ្តាល', 'Kandal', 'ខេត្ត'],
  ['09', 'កោះកុង', 'Koh Kong', 'ខេត្ត'],
  ['10', 'ក្រចេះ', 'Kratié', 'ខេត្ត'],
  ['11', 'មណ្ឌលគិរី', 'Mondulkiri', 'ខេត្ត'],
  ['12', 'ភ្នំពេញ', 'Phnom Penh', 'រាជធានី'],
  ['13', 'ព្រះវិហារ', 'Preah Vihear', 'ខេត្ត'],
  ['14', 'ព្រៃវែង', 'Prey Veng', 'ខេត្ត'],
  ['15', 'ពោធិ៍សាត់', 'Pursat', 'ខេត្ត'],
  ['16', 'រតនគិរី', 'Ratanakiri', 'ខេត្ត'],
  ['17', 'សៀមរាប', 'Siem Reap', 'ខេត្ត'],
  ['18', 'ព្រះសីហនុ', 'Preah Sihanouk', 'ខេត្ត'],
  ['19', 'ស្ទឹងត្រែង', 'Stung Treng', 'ខេត្ត'],
  ['20', 'ស្វាយរៀង', 'Svay Rieng', 'ខេត្ត'],
  ['21', 'តាកែវ', 'Takéo', 'ខេត្ត'],
  ['22', 'ឧត្តរមានជ័យ', 'Oddar Meanchey', 'ខេត្ត'],
  ['23', 'កែប', 'Kep', 'ខេត្ត'],
  ['24', 'ប៉ៃលិន', 'Pailin', 'ខេត្ត'],
  ['25', 'ត្បូងឃ្មុំ', 'Tboung Khmum', 'ខេត្ត'],
] as const;

/** The capital and the provinces of Cambodia, by official code. */
export const PROVINCES: readonly PlaceRow[] = ROWS.map(([code, khmer, latin, unit]) => ({ code, khmer, latin, unit }));
