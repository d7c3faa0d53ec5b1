import { problem } from '../problem.ts'

export const emptyFile = problem(
  'files.empty',
  422,
  '这个文件是空的，请重新选择。',
  'The file is empty; choose another.',
)
export const photoTooLarge = problem(
  'files.photoTooLarge',
  413,
  '照片超过 10 MB，请在手机里压缩后再传，或换一张。',
  'The photo is over 10 MB; make it smaller or choose another.',
)
export const photoKind = problem(
  'files.photoKind',
  415,
  '这不是能用的照片。请传 JPEG、PNG、WebP 格式的照片。',
  'This is not a photo we can use; send JPEG, PNG or WebP.',
)
export const tooManyPixels = problem(
  'files.tooManyPixels',
  422,
  '照片的尺寸超过 5000 万像素，请缩小后再传。',
  'The photo has over 50 megapixels; make it smaller.',
)
export const photoDamaged = problem(
  'files.photoDamaged',
  422,
  '这张照片打不开，可能没有传完整，请重新拍一张或再选一次。',
  'The photo cannot be opened; it may be incomplete. Take or choose it again.',
)
export const voiceTooLarge = problem(
  'files.voiceTooLarge',
  413,
  '语音超过 2 MB，请分成几段说。',
  'The voice note is over 2 MB; record it in parts.',
)
export const voiceKind = problem(
  'files.voiceKind',
  415,
  '这不是能用的语音。请用页面上的录音按钮，或传 M4A、MP3、AAC、OGG、WebM、AMR 格式。',
  'This is not a voice note we can use; use the record button, or send M4A, MP3, AAC, OGG, WebM or AMR.',
)
export const documentKind = problem(
  'files.documentKind',
  415,
  '这种文件不能传。请传 PDF、Word（.docx）、PPT（.pptx）、Excel（.xlsx）、图片或 MP4；老格式请另存为新格式。',
  'Files of this kind are not taken; send PDF, .docx, .pptx, .xlsx, a picture or MP4. Save older formats as the new ones.',
)
export const documentDamaged = problem(
  'files.documentDamaged',
  422,
  '这个文件打不开，可能没有传完整。请在办公软件里打开并另存后再传。',
  'The file cannot be opened; it may be incomplete. Open it, save it anew and send that.',
)
export const documentActive = problem(
  'files.documentActive',
  422,
  '文件里有宏或嵌入的程序，请去掉后再传，或另存为 PDF。',
  'The file holds macros or programs; take them out, or save it as PDF.',
)
