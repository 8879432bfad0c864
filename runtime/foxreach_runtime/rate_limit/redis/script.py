"""The script that Redis or Valkey runs for each action on a shared line: two GCRAs of reserved slots, in Lua.

Times are whole microseconds of the server's own clock, which a Lua number holds exactly. The line is a hash: *next* and
*burst* are the next even times of two GCRAs, that of an even pace and that of a burst. A slot is due as soon as one of
them allows it, in bulk only the first, and moves both: see buckets.py. *count* says how often the line was changed,
*interval* is that of the even pace.
Slots that were returned before they were due are a sorted set. Both names end in a hash of the API key, in braces, so
that a cluster keeps them together.

A server that lost its data, or came back with old ones, has a smaller *count* than the caller remembers. Then the
line goes on from the caller's own *next*, as far ahead as others may have moved it since; the answer has 1 for that,
and 2 if the slots that were lost are over anyway. Calls that processes made without this server take slots first.
Another *interval* than before keeps the number of slots that are taken.
"""

SCRIPT = """
local line, freed = KEYS[1], KEYS[2]
local action, slot_or_wait, lifetime = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local interval, tolerance = tonumber(ARGV[4]), tonumber(ARGV[5])
local burst_interval, burst_tolerance = tonumber(ARGV[6]), tonumber(ARGV[7])
local bursts = ARGV[8] == '1'
local known_count, known_next, known_at = tonumber(ARGV[9]), tonumber(ARGV[10]), tonumber(ARGV[11])
local untold, by_all = tonumber(ARGV[12]), tonumber(ARGV[13])

local function text(number) return string.format('%.0f', number) end

local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000000 + tonumber(time[2])
local state = redis.call('HMGET', line, 'next', 'burst', 'count', 'interval')
local next, burst = tonumber(state[1] or '0'), tonumber(state[2] or '0')
local count, before = tonumber(state[3] or '0'), tonumber(state[4] or ARGV[4])
local lost = 0

if count < known_count then
  lost = 2
  local restored = known_next + math.max(0, now - known_at)
  if known_next > now and restored > next and known_next < now + lifetime then
    lost, next = 1, math.min(restored, now + lifetime)
  end
  local recent = now - known_at < lifetime / 5
  if recent then next = math.max(next, now + tolerance) end -- Others may have used the burst.
  if recent or lost == 1 then burst = math.max(burst, next + burst_tolerance) end
  count = known_count
end
if next > now + lifetime then next, burst = now, now end -- the clock was set back
if before ~= interval then
  next = now + math.max(0, math.floor((next - now) / before * interval))
  burst = now + math.max(0, math.floor((burst - now) / before * interval))
  redis.call('DEL', freed)
end
local function move(calls, due) -- Take so many slots, of which the first is *due*.
  next = math.max(due, next) + calls * interval
  burst = math.min(math.max(due, burst) + calls * burst_interval, due + lifetime / 5 + burst_tolerance)
end
if untold > 0 then -- The first that returns takes slots for the others as well; the next ones find them taken.
  local ahead = redis.call('HMGET', line, 'ahead', 'ahead_until')
  local taken = tonumber(ahead[2] or '0') > now and tonumber(ahead[1] or '0') or 0
  local own = taken > 0 and math.max(0, untold - taken) or by_all
  move(own, now)
  redis.call('HSET', line, 'ahead', text(math.max(0, taken + own - untold)), 'ahead_until', text(now + lifetime / 10))
end
redis.call('ZREMRANGEBYSCORE', freed, '-inf', '(' .. text(now))

local function due_after(calls) -- Return when the next slot is due after so many more.
  local even = next + calls * interval - tolerance
  return bursts and math.min(even, burst + calls * burst_interval - burst_tolerance) or even
end
local function undo() next, burst = next - interval, burst - burst_interval end
local function keep()
  count = count + 1
  redis.call('HSET', line, 'next', text(next), 'burst', text(burst), 'count', text(count), 'interval', text(interval))
  redis.call('PEXPIRE', line, text(lifetime / 1000))
  redis.call('PEXPIRE', freed, text(lifetime / 1000))
end

if action == 'take' then
  local offered = redis.call('ZRANGE', freed, 0, 0)[1]
  local due = offered and tonumber(offered) or math.max(now, due_after(0))
  if due - now > slot_or_wait then
    if untold > 0 or lost > 0 then keep() end
    return {-1, due - now, next, count, lost, now}
  end
  if offered then redis.call('ZREM', freed, offered) else move(1, due) end
  keep()
  return {due, due - now, next, count, lost, now}
end

if action == 'return' then
  local due = slot_or_wait
  if due <= now then
    if due + tolerance + interval >= now then undo() end
  else
    while due and due > now and due == due_after(-1) do -- the last of the line
      undo()
      redis.call('ZREM', freed, text(due))
      local last = redis.call('ZRANGE', freed, -1, -1)[1]
      due = last and tonumber(last)
    end
    if due_after(0) > slot_or_wait then redis.call('ZADD', freed, text(slot_or_wait), text(slot_or_wait)) end
  end
else -- hold: nobody begins for so long
  next = math.max(next, now + slot_or_wait + tolerance)
  burst = math.max(burst, now + slot_or_wait + burst_tolerance)
  redis.call('DEL', freed)
end
keep()
return {0, 0, next, count, lost, now}
"""
