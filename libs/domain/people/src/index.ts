export { restored, safeCell, type Cells } from './cells.js';
export { HEADINGS, type Column } from './columns.js';
export { checkImport, type CheckedRow, type ImportSurroundings, type KnownPerson } from './import.js';
export { cleanName, nameKey, phoneNumber, splitName } from './names.js';
export { placeFinder, placePath, type FindPlace, type FoundPlace, type NamedPlace } from './place-finder.js';
export { peopleTable, type PersonToExport } from './people-table.js';
export { checkRow, ROW_FAULTS, type ReadPerson, type RowFault, type RowFaultCode } from './row.js';
export { IMPORT_ROWS, readRows, readTable, type PersonRow, type ReadTable, type TableFault } from './read-table.js';
