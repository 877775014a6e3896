#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8'

// Loading some hundred modules leaves garbage that V8 would keep 100 MB of memory for, for good.
setFlagsFromString('--optimize-for-size')
await import('./main.ts')
