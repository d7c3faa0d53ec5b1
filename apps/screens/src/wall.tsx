import { Router } from 'wouter'
import './rooms/insight/wall/wall.css'
import { start } from './kit/start.tsx'
import { WALL } from './rooms/insight/addresses.ts'
import { startTheme } from './rooms/insight/wall/theme.ts'
import { WallPage } from './rooms/insight/wall/WallPage.tsx'

startTheme()
void start(
  <Router base={WALL}>
    <WallPage />
  </Router>,
)
