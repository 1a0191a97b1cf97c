import { Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';

/** The studio, where courses are made and people are given their cards. */
@Component({ selector: 'sala-studio', imports: [RouterOutlet], template: `<router-outlet />` })
export class Studio {}
