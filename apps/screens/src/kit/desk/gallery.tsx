import { start } from '../start.tsx'

void start(<main id="main" />)
