import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Person } from './person.entity.js';

/** The number of a person's code for a reset without a line, once one was used up; before that it is 1. The code itself is derived from SALA_SECRET. */
@Entity({ name: 'offline_code' })
export class OfflineCode {
  @PrimaryColumn('uuid', { name: 'person_id' })
  @ForeignKey(() => Person, { name: 'offline_code_person', onDelete: 'CASCADE' })
  personId!: string;

  @Column('int')
  number!: number;
}
