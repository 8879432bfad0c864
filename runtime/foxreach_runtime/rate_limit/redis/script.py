"""The script that Redis or Valkey runs for each action on a shared line: a GCRA of reserved slots, in Lua. Text only.

Times are whole microseconds of the server's own clock, which a Lua number holds exactly. The line is a hash (*next*:
the even time of the next slot, *count*: how often it was changed, *interval*: between two slots); slots that were
returned are a sorted set. Both names end in a hash of the API key, in braces, so that a cluster keeps them together.

A server that lost its data, or came back with old ones, has a smaller *count* than the caller remembers. Then the
line goes on from the caller's own *next*, as far ahead as others may have moved it since; the answer has 1 for that,
and 2 if the slots that were lost are over anyway. Calls that processes made without this server take slots first.
Another *interval* than before keeps the number of slots that are taken.
"""

SCRIPT = """
local line, freed = KEYS[1], KEYS[2]
local action, slot_or_wait = ARGV[1], tonumber(ARGV[2])
local interval, tolerance, lifetime = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local known_count, known_next, known_at = tonumber(ARGV[6]), tonumber(ARGV[7]), tonumber(ARGV[8])
local untold, by_all = tonumber(ARGV[9]), tonumber(ARGV[10])

local function text(number) return string.format('%.0f', number) end

local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000000 + tonumber(time[2])
local state = redis.call('HMGET', line, 'next', 'count', 'interval')
local next, count = tonumber(state[1] or '0'), tonumber(state[2] or '0')
local before = tonumber(state[3] or ARGV[3])
local lost = 0

if count < known_count then
  lost = 2
  local restored = known_next + math.max(0, now - known_at)
  if known_next > now and restored > next and known_next < now + lifetime then
    lost, next = 1, math.min(restored, now + lifetime)
  end
  if now - known_at < lifetime / 5 then next = math.max(next, now + tolerance) end -- Others may have used the burst.
  count = known_count
end
if next > now + lifetime then next = now end -- the clock was set back
if before ~= interval and next > now then
  next = now + math.floor((next - now) / before * interval)
  redis.call('DEL', freed)
end
if untold > 0 then -- The first that returns takes slots for the others as well; the next ones find them taken.
  local ahead = redis.call('HMGET', line, 'ahead', 'ahead_until')
  local taken = tonumber(ahead[2] or '0') > now and tonumber(ahead[1] or '0') or 0
  local own = taken > 0 and math.max(0, untold - taken) or by_all
  next = math.max(now, next) + own * interval
  redis.call('HSET', line, 'ahead', text(math.max(0, taken + own - untold)), 'ahead_until', text(now + lifetime / 10))
end
redis.call('ZREMRANGEBYSCORE', freed, '-inf', '(' .. text(now))

local function keep()
  count = count + 1
  redis.call('HSET', line, 'next', text(next), 'count', text(count), 'interval', text(interval))
  redis.call('PEXPIRE', line, text(lifetime / 1000))
  redis.call('PEXPIRE', freed, text(lifetime / 1000))
end

if action == 'take' then
  local offered = redis.call('ZRANGE', freed, 0, 0)[1]
  local even = offered and tonumber(offered) or math.max(now, next)
  local wait = math.max(0, even - tolerance - now)
  if wait > slot_or_wait then
    if untold > 0 or lost > 0 then keep() end
    return {-1, wait, next, count, lost, now}
  end
  if offered then redis.call('ZREM', freed, offered) else next = even + interval end
  keep()
  return {even, wait, next, count, lost, now}
end

if action == 'return' then
  local even = slot_or_wait
  while even and even + interval == next do
    next = even
    redis.call('ZREM', freed, text(even))
    local last = redis.call('ZRANGE', freed, -1, -1)[1]
    even = last and tonumber(last)
  end
  if next > slot_or_wait and slot_or_wait >= now then
    redis.call('ZADD', freed, text(slot_or_wait), text(slot_or_wait))
  end
else -- hold: nobody begins for so long
  next = math.max(next, now + slot_or_wait + tolerance)
  redis.call('DEL', freed)
end
keep()
return {0, 0, next, count, lost, now}
"""
