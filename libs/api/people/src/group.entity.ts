import { Person } from '@sala/api/identity';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Learners who learn together at a place: its members are learners there or below. */
@Entity({ name: 'learner_group' })
@Index('learner_group_place', { synchronize: false })
export class LearnerGroup {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'place_code' })
  placeCode!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}

/** That a learner is in a group. */
@Entity({ name: 'group_member' })
@Index('group_member_person', ['personId'])
export class GroupMember {
  @PrimaryColumn('uuid', { name: 'group_id' })
  @ForeignKey(() => LearnerGroup, { name: 'group_member_group', onDelete: 'CASCADE' })
  groupId!: string;

  @PrimaryColumn('uuid', { name: 'person_id' })
  @ForeignKey(() => Person, { name: 'group_member_person_fk', onDelete: 'CASCADE' })
  personId!: string;
}

/** That somebody, who holds the role of a mentor over the group's place, helps a group. */
@Entity({ name: 'group_mentor' })
@Index('group_mentor_person', ['personId'])
export class GroupMentor {
  @PrimaryColumn('uuid', { name: 'group_id' })
  @ForeignKey(() => LearnerGroup, { name: 'group_mentor_group', onDelete: 'CASCADE' })
  groupId!: string;

  @PrimaryColumn('uuid', { name: 'person_id' })
  @ForeignKey(() => Person, { name: 'group_mentor_person_fk', onDelete: 'CASCADE' })
  personId!: string;
}
