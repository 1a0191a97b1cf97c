import { CallerOf, Handle, type Caller } from '@sala/api/platform';
import { DataPriceReply, DataPriceRequest } from '@sala/contract/dto';
import { routes } from '@sala/contract/routes';
import { Body, Controller } from '@nestjs/common';
import { DataPrice } from './data-price.js';

/** The price of mobile data, by which phones estimate what a download costs. */
@Controller()
export class DataPriceController {
  constructor(private readonly price: DataPrice) {}

  /** The price that phones are told. */
  @Handle(routes.dataPrice)
  dataPrice(): Promise<DataPriceReply> {
    return this.price.read();
  }

  /** Sets the price. */
  @Handle(routes.setDataPrice)
  setDataPrice(@Body() body: DataPriceRequest, @CallerOf() caller: Caller): Promise<DataPriceReply> {
    return this.price.set(body.rielPerGigabyte, caller);
  }
}
