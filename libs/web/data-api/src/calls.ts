import type {
  AddGroupRequest,
  AddPersonRequest,
  BeginDraftRequest,
  Catalogue,
  ChangeGroupRequest,
  ChangePersonRequest,
  CheckImportReply,
  CheckImportRequest,
  CommentRequest,
  CourseInOverview,
  DataPriceReply,
  DataPriceRequest,
  DraftActInHistory,
  DraftChecksReply,
  DraftComment,
  DraftInList,
  DraftReply,
  DraftRevisionInList,
  DraftRevisionReply,
  DraftStepReply,
  DraftStepRequest,
  ForgottenReply,
  GroupReply,
  ImportPeopleRequest,
  ImportReply,
  IssueCardReply,
  IssueCardsReply,
  IssueCardsRequest,
  MentorDeedsReply,
  MentorDeedsRequest,
  MoveRequest,
  OfflineCodeReply,
  OfflineCodeRequest,
  OneTimeCodeReply,
  OpenProfileReply,
  OpenProfileRequest,
  PeopleReply,
  PersonInList,
  PersonReply,
  PlacePageReply,
  PlaceReply,
  PlaceReportReply,
  PlaceWithPath,
  RegisterDeviceRequest,
  RelayReply,
  RelayRequest,
  ResetPinRequest,
  RetireRequest,
  RoleRequest,
  RosterReply,
  SaveDraftRequest,
  SavedReply,
  ServerKeysReply,
  SessionReply,
  ShowCardReply,
  ShowCardRequest,
  SignInStaffRequest,
  StaffSession,
  SyncReply,
  SyncRequest,
  UnansweredHelp,
  UndoImportReply,
} from '@sala/contract/dto';
import type { RouteName } from '@sala/contract/routes';
import type { Manifest } from '@sala/domain/publishing';

/** What each route that the apps call takes and gives. */
export interface Calls {
  showCard: { body: ShowCardRequest; reply: ShowCardReply };
  openProfile: { body: OpenProfileRequest; reply: OpenProfileReply };
  resetPin: { body: ResetPinRequest; reply: OpenProfileReply };
  signInStaff: { body: SignInStaffRequest; reply: StaffSession };
  session: { reply: SessionReply };
  signOut: { reply: undefined };
  leavePhone: { path: { personId: string }; reply: undefined };
  places: { query: { parent: string }; reply: PlaceReply[] };
  people: { query: { place: string; search?: string; after?: string }; reply: PeopleReply };
  addPerson: { body: AddPersonRequest; reply: PersonInList };
  issueCard: { path: { personId: string }; reply: IssueCardReply };
  revokeCard: { path: { personId: string }; reply: undefined };
  giveOneTimeCode: { path: { personId: string }; reply: OneTimeCodeReply };
  findPlaces: { query: { search: string }; reply: PlaceWithPath[] };
  placePage: { path: { place: string }; reply: PlacePageReply };
  person: { path: { personId: string }; reply: PersonReply };
  changePerson: { path: { personId: string }; body: ChangePersonRequest; reply: PersonReply };
  giveRole: { path: { personId: string }; body: RoleRequest; reply: PersonReply };
  endRole: { path: { personId: string }; body: RoleRequest; reply: PersonReply };
  movePerson: { path: { personId: string }; body: MoveRequest; reply: PersonReply };
  leavePerson: { path: { personId: string }; reply: PersonReply };
  forgetPerson: { path: { personId: string }; reply: ForgottenReply };
  issueCards: { body: IssueCardsRequest; reply: IssueCardsReply };
  group: { path: { groupId: string }; reply: GroupReply };
  addGroup: { body: AddGroupRequest; reply: GroupReply };
  changeGroup: { path: { groupId: string }; body: ChangeGroupRequest; reply: GroupReply };
  removeGroup: { path: { groupId: string }; reply: undefined };
  checkImport: { body: CheckImportRequest; reply: CheckImportReply };
  importPeople: { body: ImportPeopleRequest; reply: ImportReply };
  imports: { reply: ImportReply[] };
  undoImport: { path: { importId: string }; reply: UndoImportReply };
  courses: { query: { search?: string }; reply: Catalogue };
  courseOverview: { reply: CourseInOverview[] };
  drafts: { reply: DraftInList[] };
  draft: { path: { courseId: string }; reply: DraftReply };
  saveDraft: { path: { courseId: string }; body: SaveDraftRequest; reply: SavedReply };
  beginDraft: { path: { courseId: string }; body: BeginDraftRequest; reply: SavedReply };
  draftRevisions: { path: { courseId: string }; reply: DraftRevisionInList[] };
  draftRevision: { path: { courseId: string; revision: string }; reply: DraftRevisionReply };
  draftChecks: { path: { courseId: string }; reply: DraftChecksReply };
  draftHistory: { path: { courseId: string }; reply: DraftActInHistory[] };
  commentDraft: { path: { courseId: string }; body: CommentRequest; reply: DraftComment };
  resolveComment: { path: { courseId: string; commentId: string }; reply: object };
  submitDraft: { path: { courseId: string }; body: DraftStepRequest; reply: DraftStepReply };
  sendBackDraft: { path: { courseId: string }; body: DraftStepRequest; reply: DraftStepReply };
  approveDraft: { path: { courseId: string }; body: DraftStepRequest; reply: DraftStepReply };
  publishDraft: { path: { courseId: string }; body: DraftStepRequest; reply: DraftStepReply };
  retireCourse: { path: { courseId: string }; body: RetireRequest; reply: DraftStepReply };
  unansweredHelp: { query: { place: string }; reply: UnansweredHelp[] };
  placeReport: { path: { place: string }; reply: PlaceReportReply };
  dataPrice: { reply: DataPriceReply };
  setDataPrice: { body: DataPriceRequest; reply: DataPriceReply };
  manifest: { path: { courseId: string; version: string }; reply: Manifest };
  keys: { reply: ServerKeysReply };
  registerDevice: { body: RegisterDeviceRequest; reply: ServerKeysReply };
  relay: { body: RelayRequest; reply: RelayReply };
  roster: { path: { personId: string }; query: { known?: string; gone?: string }; reply: RosterReply };
  mentorDeeds: { path: { personId: string }; body: MentorDeedsRequest; reply: MentorDeedsReply };
  offlineCode: { path: { personId: string }; body: OfflineCodeRequest; reply: OfflineCodeReply };
  sync: { body: SyncRequest; reply: SyncReply };
}

/** The name of a route that answers JSON to the apps. */
export type CallName = keyof Calls & RouteName;
/** What a call takes: a body, path parameters or a query, as its route needs. */
export type CallInput<N extends CallName> = Omit<Calls[N], 'reply'>;
/** What a call gives. */
export type CallReply<N extends CallName> = Calls[N]['reply'];
