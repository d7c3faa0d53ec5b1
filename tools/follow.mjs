// Preloaded into the program that setup.mjs hands over to: when setup.mjs is killed outright, the program is asked to
// stop, as by SIGTERM, instead of living on unseen.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
