import type { TableFault, RowFaultCode } from '@sala/domain/people';
import type { Message } from '@sala/web/ui';
import type { SheetFault } from './late-sheets.js';

/** The words about lists of people. */
export const importMessages = {
  importTitle: { km: 'នាំចូលបញ្ជីឈ្មោះ', en: 'Bring in a list of people' },
  importSteps: {
    km: 'ជ្រើសឯកសារ ឬបិទភ្ជាប់បញ្ជី។ សាលានឹងពិនិត្យគ្រប់បន្ទាត់សិន។ មិនទាន់មានអ្វីត្រូវបានបញ្ចូលទេ មុនលោកអ្នកយល់ព្រម។',
    en: 'Choose a file or paste a list. Sala checks every row first. Nothing is brought in before you agree.',
  },
  chooseFile: { km: 'ជ្រើសឯកសារ Excel ឬ CSV', en: 'Choose an Excel or CSV file' },
  orPaste: { km: 'ឬបិទភ្ជាប់ពី Excel ទីនេះ', en: 'Or paste from Excel here' },
  readPasted: { km: 'ពិនិត្យបញ្ជីដែលបិទភ្ជាប់', en: 'Check the pasted list' },
  template: { km: 'ទាញយកគំរូទទេ', en: 'Download an empty example' },
  columnsHow: {
    km: 'ត្រូវមានជួរឈរ៖ ឈ្មោះ និងទីកន្លែង (កូដ ឬឈ្មោះឃុំ ស្រុក)។ មិនចាំបាច់៖ តួនាទី ឈ្មោះឡាតាំង លេខទូរសព្ទ។',
    en: 'Columns needed: name, and place (code, or names of commune and district). Optional: role, Latin name, phone number.',
  },
  earlier: { km: 'បញ្ជីដែលបាននាំចូល', en: 'Lists brought in before' },
  checking: { km: 'កំពុងពិនិត្យបញ្ជី…', en: 'Checking the list…' },
  allGood: { km: 'បន្ទាត់ទាំង {n} ត្រឹមត្រូវ។', en: 'All {n} rows are right.' },
  someFaulty: {
    km: 'ក្នុង {n} បន្ទាត់ មាន {faulty} មិនទាន់ត្រឹមត្រូវ។ សូមកែខាងក្រោម រួចពិនិត្យម្ដងទៀត។',
    en: 'Of {n} rows, {faulty} are not right yet. Mend them below, then check again.',
  },
  moreFaulty: {
    km: 'បង្ហាញ {shown} បន្ទាត់ដំបូង។ នៅមានទៀត បន្ទាប់ពីកែរួច។',
    en: 'The first {shown} are shown. The others come after these are mended.',
  },
  row: { km: 'បន្ទាត់ទី {line}', en: 'Row {line}' },
  leaveOut: { km: 'ដកបន្ទាត់នេះចេញ', en: 'Leave this row out' },
  leaveAllOut: { km: 'ដកបន្ទាត់មិនទាន់ត្រឹមត្រូវទាំង {n} ចេញ', en: 'Leave all {n} faulty rows out' },
  leftOut: { km: 'បានដកចេញ {n} បន្ទាត់។', en: '{n} rows are left out.' },
  checkAgain: { km: 'ពិនិត្យបញ្ជីម្ដងទៀត', en: 'Check the list again' },
  otherList: { km: 'ជ្រើសបញ្ជីផ្សេង', en: 'Choose another list' },
  whereTo: { km: 'ពួកគេនឹងទៅទីណា', en: 'Where they will be' },
  bringIn: { km: 'បញ្ចូល {n} នាក់', en: 'Bring in {n} people' },
  bringingIn: { km: 'កំពុងបញ្ចូល…', en: 'Bringing in…' },
  broughtIn: { km: '{n} នាក់ ត្រូវបានបញ្ចូលនៅ{place}។ តើធ្វើអ្វីបន្ត?', en: '{n} people are brought in, in {place}. What next?' },
  printTheirs: { km: 'បោះពុម្ពកាតរបស់ពួកគេ', en: 'Print their cards' },
  canUndo: { km: 'បើខុស លោកអ្នកអាចដកបញ្ជីទាំងមូលវិញ។', en: 'If something is wrong you can take the whole list back.' },
  isSomebodyElse: { km: 'ជាមនុស្សផ្សេង ដែលមានឈ្មោះដូចគ្នា', en: 'Somebody else with the same name' },
  choosePlace: { km: 'តើទីកន្លែងណា?', en: 'Which place?' },
  undo: { km: 'ដកបញ្ជីនេះវិញ', en: 'Take this list back' },
  undoSure: {
    km: 'អ្នកទាំង {n} នាក់នឹងត្រូវដកចេញ។ អ្នកដែលបានចាប់ផ្ដើមរៀនហើយ នឹងនៅ។ តើដកវិញឬទេ?',
    en: 'The {n} people will be taken out. Those who have begun to learn stay. Take it back?',
  },
  undone: { km: 'បានដកចេញ {removed} នាក់។', en: '{removed} people were taken out.' },
  keptThose: { km: 'នៅ {n} នាក់ ព្រោះបានចាប់ផ្ដើមហើយ៖ {names}', en: '{n} stay because they have begun: {names}' },
  wasUndone: { km: 'បានដកវិញ {day} · នៅ {n} នាក់', en: 'Taken back {day} · {n} stayed' },
  importLine: { km: '{n} នាក់ · {place}', en: '{n} people · {place}' },
  importBy: { km: '{day} · ដោយ {name}', en: '{day} · by {name}' },
  noImports: { km: 'មិនទាន់មានបញ្ជីណាត្រូវបាននាំចូលទេ។', en: 'No list has been brought in yet.' },
  fields: { km: 'កែបន្ទាត់នេះ', en: 'Mend this row' },
  placeWords: { km: 'ទីកន្លែង (កូដ ឬឈ្មោះ)', en: 'Place (code or names)' },
} as const satisfies Record<string, Message>;

/** What is said of a row whose like stands above it in the list. */
export const twiceInList = {
  km: 'ឈ្មោះ និងទីកន្លែងដូចបន្ទាត់ទី {line}។ សូមដកចេញ ឬប្រាប់ថាជាមនុស្សផ្សេង។',
  en: 'Same name and place as row {line}. Leave it out, or say that it is somebody else.',
} as const satisfies Message;

/** What is said about each fault of a row, and what to do. */
export const faultMessages: Record<RowFaultCode, Message> = {
  'family-missing': { km: 'គ្មានគោត្តនាមទេ។ សូមសរសេរ។', en: 'There is no family name. Please write it.' },
  'given-missing': {
    km: 'គ្មាននាមទេ។ សូមសរសេរ ឬដកឃ្លារវាងគោត្តនាម និងនាម។',
    en: 'There is no given name. Write it, or put a space between both names.',
  },
  'name-too-long': { km: 'ឈ្មោះវែងពេក។ យ៉ាងច្រើន ៦០ តួ។', en: 'The name is too long. 60 letters at most.' },
  'name-signs': { km: 'ក្នុងឈ្មោះមានលេខ ឬសញ្ញា។ សូមទុកតែអក្សរ។', en: 'There are digits or signs in the name. Please leave only letters.' },
  'latin-not-latin': {
    km: 'ឈ្មោះឡាតាំងសរសេរជាអក្សរខ្មែរ។ សូមសរសេរជាឡាតាំង ឬលុប។',
    en: 'The Latin name is in Khmer letters. Write it in Latin letters or delete it.',
  },
  'place-missing': { km: 'គ្មានទីកន្លែងទេ។ សូមសរសេរកូដ ឬឈ្មោះឃុំ។', en: 'There is no place. Please write a code or the commune’s name.' },
  'place-unknown': {
    km: 'រកទីកន្លែងនេះមិនឃើញទេ។ សូមពិនិត្យអក្ខរាវិរុទ្ធ ឬសរសេរកូដ។',
    en: 'This place was not found. Check the spelling or write its code.',
  },
  'place-several': { km: 'មានទីកន្លែងឈ្មោះនេះច្រើន។ សូមជ្រើសមួយ។', en: 'Several places have this name. Please choose one.' },
  'place-not-yours': { km: 'ទីកន្លែងនេះនៅក្រៅតំបន់របស់លោកអ្នក។', en: 'This place lies outside your area.' },
  'role-unknown': { km: 'មិនស្គាល់តួនាទីនេះទេ។ សូមសរសេរ៖ អ្នករៀន ឬអ្នកណែនាំ។', en: 'This role is not known. Please write: learner or mentor.' },
  'role-not-yours': { km: 'លោកអ្នកមិនអាចឱ្យតួនាទីនេះបានទេ។', en: 'You may not give this role.' },
  'phone-wrong': { km: 'លេខទូរសព្ទមិនទាន់ត្រឹមត្រូវ។ ឧទាហរណ៍៖ 012 000 101', en: 'The phone number is not right yet. For example: 012 000 101' },
  'twice-in-list': twiceInList,
  'already-there': {
    km: 'មានឈ្មោះនេះនៅទីនោះរួចហើយ។ សូមដកចេញ ឬប្រាប់ថាជាមនុស្សផ្សេង។',
    en: 'This name is there already. Leave the row out, or say that it is somebody else.',
  },
};

/** Why a list as a whole can't be read, and what to do. */
export const listMessages: Record<TableFault | SheetFault, Message> = {
  empty: {
    km: 'បញ្ជីនេះទទេ។ សូមបិទភ្ជាប់បញ្ជី ឬពិនិត្យថា ឈ្មោះនៅលើសន្លឹកទីមួយនៃឯកសារ។',
    en: 'The list is empty. Paste a list, or check that the names are on the first sheet of the file.',
  },
  'no-name-column': {
    km: 'រកជួរឈរឈ្មោះមិនឃើញទេ។ សូមដាក់ចំណងជើង «ឈ្មោះ» នៅបន្ទាត់ទីមួយ។',
    en: 'There is no column of names. Please put the heading “Name” in the first row.',
  },
  'no-place-column': {
    km: 'រកជួរឈរទីកន្លែងមិនឃើញទេ។ សូមដាក់ចំណងជើង «ទីកន្លែង» ឬ «កូដ»។',
    en: 'There is no column of places. Please put the heading “Place” or “Code”.',
  },
  'too-many-rows': {
    km: 'បញ្ជីមានលើស ៥០០០ បន្ទាត់។ សូមចែកជាពីរឯកសារ។',
    en: 'The list has more than 5,000 rows. Please divide it into two files.',
  },
  'too-big': {
    km: 'ឯកសារធំពេក។ សូមទុកតែសន្លឹកឈ្មោះ ឬរក្សាទុកជា CSV។',
    en: 'The file is too large. Keep only the sheet of names, or save it as CSV.',
  },
  'not-a-table': { km: 'ឯកសារនេះមិនមែនជា Excel (.xlsx) ឬ CSV ទេ។', en: 'This file is neither Excel (.xlsx) nor CSV.' },
  damaged: {
    km: 'ឯកសារនេះអានមិនបានទេ។ សូមបើកវាក្នុង Excel រួចរក្សាទុកម្ដងទៀត។',
    en: 'This file cannot be read. Open it in Excel and save it again.',
  },
};
