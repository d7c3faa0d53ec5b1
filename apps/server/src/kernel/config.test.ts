import { randomBytes } from 'node:crypto'
import { isAbsolute } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const key = randomBytes(32).toString('base64')
const read = (env: NodeJS.ProcessEnv) => readConfig(env, ['xihu', 'duchang'])
function sentences(env: NodeJS.ProcessEnv): string[] {
  try {
    read(env)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n')
    throw error
  }
}

describe('the environment', () => {
  it('may be empty', () => {
    const config = read({})
    expect(config).toMatchObject({
      port: 4000,
      host: '127.0.0.1',
      preset: 'xihu',
      production: false,
      demo: true,
      demoIsLarge: false,
      databaseUrl: undefined,
      secretKey: undefined,
      publicUrl: undefined,
    })
    expect(isAbsolute(config.dataDir)).toBe(true)
  })

  it.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['HOST', 'local host'],
    ['PRESET', 'nowhere'],
    ['DATABASE_URL', 'mysql://x'],
    ['SECRET_KEY', 'short'],
    ['DEMO', 'yes'],
    ['POOL_SIZE', '1'],
    ['POOL_SIZE', '500'],
    ['PUBLIC_URL', 'linli'],
    ['PUBLIC_URL', 'linli.example.cn'],
    ['PUBLIC_URL', 'ftp://linli.example.cn'],
    ['PUBLIC_URL', 'https://linli.example.cn/desk'],
    ['PUBLIC_URL', 'https://name:word@linli.example.cn'],
  ])('%s=%s is refused in one sentence that names it, in both languages', (name, value) => {
    const found = sentences({ [name]: value })
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(name)
    expect(found[0]).toMatch(/\p{Script=Han}.*。 [A-Z].*\.$/u)
  })

  it('tells every mistake at once', () => {
    expect(sentences({ PORT: 'x', PRESET: 'y', POOL_SIZE: 'z' })).toHaveLength(3)
  })

  it('takes what is right', () => {
    const config = read({
      PORT: '0',
      HOST: '0.0.0.0',
      PRESET: 'duchang',
      DATABASE_URL: 'postgresql://u@h/d',
      SECRET_KEY: key,
      POOL_SIZE: '2',
      PUBLIC_URL: 'https://linli.example.cn/',
      DEMO: '0',
    })
    expect(config).toMatchObject({
      port: 0,
      host: '0.0.0.0',
      preset: 'duchang',
      databaseUrl: 'postgresql://u@h/d',
      secretKey: key,
      poolSize: 2,
      publicUrl: 'https://linli.example.cn',
      demo: false,
    })
  })

  it.each([
    'PORT',
    'HOST',
    'PRESET',
    'POOL_SIZE',
    'DATABASE_URL',
    'SECRET_KEY',
    'DEMO',
    'PUBLIC_URL',
    'DATA_DIR',
  ])('takes an empty %s for one that is not set', (name) => {
    expect(read({ [name]: '' })).toEqual(read({}))
  })
})

describe('what is asked of staff', () => {
  it('is the usual, or what graded systems ask, and nothing else', () => {
    expect(read({}).securityProfile.name).toBe('standard')
    expect(read({ SECURITY_PROFILE: 'dengbao' }).securityProfile).toMatchObject({ rotateDays: 90, kinds: 3 })
    expect(sentences({ SECURITY_PROFILE: 'strict' }).join()).toContain('SECURITY_PROFILE')
    expect(read({ BREACHED_PASSWORDS: '' }).breachedPasswords).toBeUndefined()
  })
})

describe('production', () => {
  const production = { NODE_ENV: 'production', SECRET_KEY: key }

  it('runs without the demo', () => {
    expect(read(production)).toMatchObject({ production: true, demo: false })
  })

  it('refuses the generated key and the demo', () => {
    expect(sentences({ NODE_ENV: 'production' }).join()).toContain('SECRET_KEY')
    expect(sentences({ ...production, DEMO: '1' }).join()).toContain('DEMO')
  })
})
