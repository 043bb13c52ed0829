-- Asks Feierabend whether a message may reach somebody now, holds what has to wait, and hands it over
-- when its time has come. What crosses to the engine: two bare JIDs and the word CHAT. For Prosody 0.12.
-- docs/guide/prosody.md says how to connect it.

local st = require "util.stanza";
local json = require "util.json";
local id = require "util.id";
local jid = require "util.jid";
local datetime = require "util.datetime";
local hashes = require "util.hashes";
local http = require "net.http";

local xmlns_held = "urn:feierabend:held:0";
local xmlns_delay = "urn:xmpp:delay";

-- Where the engine answers, and who we are there (a token with the role enforcer).
local engine = module:get_option_string("feierabend_url", "http://127.0.0.1:8470");
local token = assert(module:get_option_string("feierabend_token"),
	"feierabend_token is missing: ./feierabend account token --role enforcer --employer NAME prints one");
-- Who may tell us that something may go on. Without it nobody may, and what is held goes on when we ask again.
local release_token = module:get_option_string("feierabend_release_token");
-- JIDs the directory does not know by their chat address: { ["anna@example.org"] = "p-17" }
local people = module:get_option("feierabend_people", {});
-- What happens while the engine is away: what the signed policy says under "away", chat; "deliver" or "delay".
-- It is asked for once a minute and remembered. This setting holds only until it was heard for the first time.
local first_away = module:get_option_string("feierabend_away", "deliver");
-- Seconds: how long to wait for an answer, how long a yes is believed at most, how often to look again.
local patience = module:get_option_number("feierabend_patience", 2);
local believed = module:get_option_number("feierabend_cache", 30);
local again = module:get_option_number("feierabend_retry", 60);
-- A message to somebody who is away and has a deputy: "bounce" says so to the sender, "hold" keeps it.
local route = module:get_option_string("feierabend_route", "bounce");

local host = module.host;
local full_sessions = prosody.full_sessions;
local held = module:open_store("feierabend_held", "archive");
local policy = module:open_store("feierabend_policy");
local passed = setmetatable({}, { __mode = "k" }); -- stanzas that were asked about
local yes = {}; -- "from to" -> until when it stays yes
local lines = {}; -- recipient -> those who wait for an answer, in order
local where = {}; -- id of what is held -> whose it is, and when to look at it again
local places = 0;
local down = false;
local away = (policy:get() or {}).away or first_away;

-- Whom the engine knows by an id, or by the chat address in its directory.
local function person(bare)
	if people[bare] then return { type = "person", id = people[bare] }; end
	return { type = "chat", id = bare };
end

-- Something that makes a sound: a text or an invitation; never a receipt, a marker or "is typing".
local function notifies(stanza)
	return stanza:get_child("body") or stanza:get_child("encryption", "urn:xmpp:eme:0")
		or stanza:get_child("x", "jabber:x:conference") or stanza:find("{http://jabber.org/protocol/muc#user}x/invite");
end

-- What a room tells somebody who enters: they came to read it.
local function history(stanza)
	local delay = stanza.attr.type == "groupchat" and stanza:get_child("delay", xmlns_delay);
	return delay and delay.attr.from == jid.bare(stanza.attr.from);
end

local function concerns(stanza)
	local kind = stanza.attr.type;
	if passed[stanza] or kind == "error" or kind == "headline" then return false; end
	if not stanza.attr.to or jid.bare(stanza.attr.to) == jid.bare(stanza.attr.from) then return false; end
	return notifies(stanza) and not history(stanza);
end

local function is_down(now_down, why)
	if now_down and not down then module:log("warn", "The engine does not answer (%s); messages: %s.", why, away); end
	if down and not now_down then module:log("info", "The engine answers again."); end
	down = now_down;
end

-- While the engine answers it tells what to do when it does not.
local function learn()
	http.request(engine.."/api/v1/away", { headers = { ["Authorization"] = "Bearer "..token } }, function (body, code)
		local told = code == 200 and json.decode(body);
		local said = told and told.chat;
		if (said == "deliver" or said == "delay") and said ~= away then
			module:log("info", "While the engine is away, the signed policy says: %s.", said);
			away = said;
			policy:set(nil, { away = said });
		end
	end);
end

-- Asks the engine; `done` is called once, with its answer or nil.
local function ask(from, to, group, ref, done)
	local answered = false;
	local function answer(context, why)
		if answered then return; end
		answered = true;
		is_down(context == nil, why);
		done(context);
	end
	local subject = group and { type = "role", id = "COLLEAGUE" } or person(from);
	http.request(engine.."/access/v1/evaluation", {
		method = "POST";
		headers = { ["Content-Type"] = "application/json", ["Authorization"] = "Bearer "..token };
		body = json.encode({
			subject = subject; action = { name = "contact" };
			resource = person(to);
			context = { channel = "CHAT", ref = { source = "urn:xmpp:"..host, id = ref } };
		});
	}, function (body, code)
		local decoded = code == 200 and json.decode(body);
		if decoded and type(decoded.context) == "table" and decoded.context.outcome then answer(decoded.context);
		else answer(nil, "status "..tostring(code)); end
	end);
	module:add_timer(patience, function () answer(nil, "no answer within "..patience.." s"); end);
end

local function at(text)
	return text and datetime.parse(text) or 0;
end

local function place(ref, user, till)
	places = places + 1;
	where[ref] = { user = user, till = till, place = places };
end

local function hold(stanza, ref, till)
	local to = jid.split(stanza.attr.to);
	local copy = st.clone(stanza);
	copy:reset():tag("held", { xmlns = xmlns_held, ref = ref, stamp = datetime.datetime(),
		till = datetime.datetime(till) }):up();
	if not held:append(to, ref, copy, os.time(), jid.bare(stanza.attr.from)) then return false; end
	place(ref, to, till);
	return true;
end

-- To those who hand over: carbons, archive, offline storage and all other modules see it as if it came now.
local function deliver(origin, stanza)
	passed[stanza] = true;
	prosody.core_post_stanza(origin, stanza);
end

local function bounce(origin, stanza)
	origin.send(st.error_reply(stanza, "wait", "recipient-unavailable",
		"Somebody else is responsible just now. / Gerade ist jemand anderes zuständig."));
end

local function act(entry)
	local origin, stanza, context = entry.origin, entry.stanza, entry.context;
	local outcome = context and context.outcome or (away == "delay" and "AWAY" or "DELIVER");
	local group = stanza.attr.type == "groupchat";
	if outcome == "DELIVER" or outcome == "SILENCE" then
		if outcome == "SILENCE" then stanza:reset():tag("silent", { xmlns = "urn:feierabend:silent:0" }):up(); end
		return deliver(origin, stanza);
	elseif outcome == "ROUTE" and route == "bounce" and not group then
		return bounce(origin, stanza);
	end
	local till = context and at(context["until"] or context.valid_until) or 0;
	if not hold(stanza, entry.ref, math.max(till, os.time() + (context and 1 or again))) then
		module:log("error", "A message could not be held, and is delivered.");
		deliver(origin, stanza);
	end
end

-- Answers may come in any order; messages to one person keep theirs.
local function serve(to)
	local line = lines[to];
	while line and line[1] and line[1].ready do act(table.remove(line, 1)); end
	if line and not line[1] then lines[to] = nil; end
end

local function on_message(event)
	local origin, stanza = event.origin, event.stanza;
	if not concerns(stanza) then return; end
	local from, to = jid.bare(stanza.attr.from), jid.bare(stanza.attr.to);
	if not jid.split(to) then return; end
	local key = from.." "..to;
	local known = yes[key] and yes[key] > os.time();
	if known and not lines[to] then return; end
	-- a clone: rooms send one stanza to all in turn
	local entry = { origin = origin, stanza = st.clone(stanza), ref = id.long(), ready = known };
	if known then entry.context = { outcome = "DELIVER" }; end
	lines[to] = lines[to] or {};
	table.insert(lines[to], entry);
	if not known then
		ask(from, to, stanza.attr.type == "groupchat", entry.ref, function (context)
			entry.context, entry.ready = context, true;
			if context and context.outcome == "DELIVER" and believed > 0 then
				yes[key] = math.min(at(context.valid_until), os.time() + believed);
			end
			serve(to);
		end);
	end
	return true;
end

-- Before the archive (0), carbons (-0.5) and delivery (-1): what waits is nowhere yet.
module:hook("message/bare", on_message, 10);
module:hook("message/full", on_message, 10);

-- Whoever left the room meanwhile was in it when this was said, and not every room keeps a history: they are handed
-- the message outside of it, as a forward (XEP-0297) with a line for clients that know none.
local function told_outside(stanza, stamp)
	local _, _, nick = jid.split(stanza.attr.from);
	stanza.attr.xmlns = "jabber:client";
	local line = ("%s, %s: %s"):format(jid.bare(stanza.attr.from), nick or "", stanza:get_child_text("body") or "…");
	return st.message({ from = host, to = jid.bare(stanza.attr.to), type = "normal", id = stanza.attr.id })
		:tag("body"):text(line):up()
		:tag("forwarded", { xmlns = "urn:xmpp:forward:0" })
			:tag("delay", { xmlns = xmlns_delay, from = host, stamp = stamp }):up()
			:add_child(stanza):up();
end

-- Hands over what is held under an id; false when there is no such thing, or no longer.
local function release(ref)
	local known = where[ref];
	if not known then return false; end
	where[ref] = nil;
	local stanza = held:get(known.user, ref);
	held:delete(known.user, { key = ref });
	if not stanza then return false; end
	local note = stanza:get_child("held", xmlns_held);
	local stamp = note and note.attr.stamp;
	stanza:maptags(function (tag) if tag.attr.xmlns ~= xmlns_held then return tag; end end);
	if stanza.attr.type == "groupchat" and not full_sessions[stanza.attr.to] then stanza = told_outside(stanza, stamp); end
	stanza:reset():tag("delay", { xmlns = xmlns_delay, from = host, stamp = stamp }):up();
	deliver(prosody.hosts[host], stanza);
	return true;
end

-- What the engine did not release by now is asked about anew: it may have been away, or so may we.
module:add_timer(again, function ()
	local now = os.time();
	learn();
	for ref, known in pairs(where) do
		if known.till + again / 2 < now and not known.asked then
			known.asked = true;
			local stanza = held:get(known.user, ref);
			if not stanza then where[ref] = nil;
			else ask(jid.bare(stanza.attr.from), jid.bare(stanza.attr.to), stanza.attr.type == "groupchat", ref,
				function (context)
					known.asked = false;
					local outcome = context and context.outcome or (away == "deliver" and "DELIVER");
					if outcome == "DELIVER" or outcome == "SILENCE" then release(ref);
					else known.till = context and at(context["until"] or context.valid_until) or os.time(); end
				end);
			end
		end
	end
	for key, till in pairs(yes) do if till <= now then yes[key] = nil; end end
	return again;
end);

local function ours(request)
	local given = (request.headers.authorization or ""):match("^Bearer (.+)$");
	return release_token and given and hashes.equals(given, release_token);
end

-- The engine's call: CloudEvents of type org.feierabend.release-of-contacts.v1, in any number of repeats.
module:depends("http");
module:provides("http", {
	route = {
		["GET /state"] = function (event)
			if not ours(event.request) then return 401; end
			event.response.headers.content_type = "application/json";
			return json.encode({ engine = down and "away" or "answers" });
		end;
		["POST /release"] = function (event)
			if not ours(event.request) then return 401; end
			local told = json.decode(event.request.body or "");
			local contacts = told and type(told.data) == "table" and told.data.contacts;
			if type(contacts) ~= "table" then return 400; end
			local refs, n = {}, 0;
			for _, contact in ipairs(contacts) do
				local ref = type(contact) == "table" and contact.ref;
				if type(ref) == "table" and ref.source == "urn:xmpp:"..host and where[ref.id] then table.insert(refs, ref.id); end
			end
			table.sort(refs, function (a, b) return where[a].place < where[b].place; end);
			for _, ref in ipairs(refs) do if release(ref) then n = n + 1; end end
			event.response.headers.content_type = "application/json";
			return json.encode({ released = n });
		end;
	};
});

-- What was held before a restart.
function module.load()
	learn();
	for user in held:users() do
		for ref, stanza in held:find(user) do
			local note = stanza:get_child("held", xmlns_held);
			place(ref, user, note and at(note.attr.till) or 0);
		end
	end
end
