import { start } from './kit/start.tsx'

void start(<main id="main" />)
