import { Component } from '@angular/core';

/** The mark of Sala: a stilted wooden sala under a tiled roof, at sunrise. */
@Component({
  selector: 'sala-logo',
  template: `<svg class="logo" viewBox="0 0 96 96" aria-hidden="true" focusable="false">
    <circle class="logo-sun" cx="48" cy="45" r="25" />
    <path class="logo-roof" d="M48 12C42 28 27 37 8 41l3 9c13-2 26-6 37-14 11 8 24 12 37 14l3-9C69 37 54 28 48 12z" />
    <path class="logo-wood" d="M24 53v29M40 49v33M56 49v33M72 53v29M16 66h64" />
  </svg>`,
})
export class Logo {}
