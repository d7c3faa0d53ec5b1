const LARGEST_BYTES = 400 * 1024
const LONGEST_SIDE = 1600

/** Longest side and JPEG quality, tried in turn until the picture is small enough. */
const TRIES = [
  [LONGEST_SIDE, 0.82],
  [LONGEST_SIDE, 0.68],
  [1280, 0.68],
  [1024, 0.6],
  [800, 0.5],
] as const

/** Width and height that keep the shape and fit the longest side; never larger than before. Pixels. */
export function fitInside(width: number, height: number, longest: number): { width: number; height: number } {
  const scale = Math.min(1, longest / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

async function draw(picture: ImageBitmap, longest: number, quality: number): Promise<Blob> {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, fitInside(picture.width, picture.height, longest))
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('This browser cannot draw pictures')
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
  if (!blob) throw new Error('The picture is too large to draw')
  return blob
}

/**
 * Makes a photo at most 400 KB (or `most` bytes), right way up, before it leaves the phone; drawing it anew also drops the camera's hidden data.
 * @throws when the file is no picture this browser can read
 */
export async function compressPhoto(file: Blob, most = LARGEST_BYTES): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  try {
    let smallest: Blob | undefined
    for (const [longest, quality] of TRIES) {
      smallest = await draw(picture, longest, quality)
      if (smallest.size <= most) return smallest
    }
    if (!smallest) throw new Error('No size was tried')
    return smallest
  } finally {
    picture.close()
  }
}
