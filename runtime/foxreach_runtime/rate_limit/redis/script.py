"""The script that Redis or Valkey runs for each question about the shared line: `pacing.Line` in Lua. Text only.

Times are whole microseconds of the server's own clock, which a Lua number holds exactly. The line is a hash (*next*:
the even time of the next slot, *count*: how often it was changed); slots that were given back are a sorted set. Both
names end in a hash of the API key, in braces, so that a cluster keeps them together.

A server that lost its data, or came back with old ones, has a smaller *count* than the caller remembers: then the
caller's own *next* counts, so that slots given out before are not given out again.
"""

SCRIPT = """
local line, freed = KEYS[1], KEYS[2]
local question, slot_or_most = ARGV[1], tonumber(ARGV[2])
local interval, tolerance, lifetime = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local known_count, known_next = tonumber(ARGV[6]), tonumber(ARGV[7])

local function text(number) return string.format('%.0f', number) end

local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000000 + tonumber(time[2])
local next = tonumber(redis.call('HGET', line, 'next') or '0')
local count = tonumber(redis.call('HGET', line, 'count') or '0')
local lost = 0

if count < known_count then
  if known_next > now and known_next > next and known_next < now + lifetime then
    lost, next = 1, known_next
  end
  count = known_count
end
if next > now + lifetime then next = now end -- the clock was set back
redis.call('ZREMRANGEBYSCORE', freed, '-inf', '(' .. text(now))

local function keep()
  count = count + 1
  redis.call('HSET', line, 'next', text(next), 'count', text(count))
  redis.call('PEXPIRE', line, text(lifetime / 1000))
  redis.call('PEXPIRE', freed, text(lifetime / 1000))
end

if question == 'take' then
  local offered = redis.call('ZRANGE', freed, 0, 0)[1]
  local even = offered and tonumber(offered) or math.max(now, next)
  local wait = math.max(0, even - tolerance - now)
  if wait > slot_or_most then return {-1, wait, next, count, lost} end
  if offered then redis.call('ZREM', freed, offered) else next = even + interval end
  keep()
  return {even, wait, next, count, lost}
end

if question == 'give back' then
  local even = slot_or_most
  while even and even + interval == next do
    next = even
    redis.call('ZREM', freed, text(even))
    local last = redis.call('ZRANGE', freed, -1, -1)[1]
    even = last and tonumber(last)
  end
  if next > slot_or_most and slot_or_most >= now then
    redis.call('ZADD', freed, text(slot_or_most), text(slot_or_most))
  end
else -- hold: nobody begins for so long
  next = math.max(next, now + slot_or_most + tolerance)
  redis.call('DEL', freed)
end
keep()
return {0, 0, next, count, lost}
"""
