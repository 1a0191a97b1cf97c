import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Device } from './session.entity.js';

/** When a phone last met the server, and whether it said that it is full. */
@Entity({ name: 'device_contact' })
export class DeviceContact {
  @PrimaryColumn('uuid', { name: 'device_id' })
  @ForeignKey(() => Device, { name: 'device_contact_device', onDelete: 'CASCADE' })
  deviceId!: string;

  @Column('timestamptz', { name: 'seen_at' })
  seenAt!: Date;

  /** Since when it says so; null when it is not. */
  @Column('timestamptz', { name: 'full_since', nullable: true })
  fullSince!: Date | null;
}
