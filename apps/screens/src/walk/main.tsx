import './walk.css'
import { start } from '../kit/start.tsx'
import { WalkPage } from './WalkPage.tsx'

void start(<WalkPage />)
