-- Pushers that exist in Synapse's database (PostgreSQL) are pointed at Feierabend and told whose they are; docs/guide/matrix.md.
-- Those that push through your gateway alone: of other gateways Feierabend knows nothing. Safe to run again.
--   PGOPTIONS="-c feierabend.url=https://push.example.org/_matrix/push/v1/notify -c feierabend.gateway=https://sygnal.example.org/_matrix/push/v1/notify" \
--     psql -v ON_ERROR_STOP=1 -f config/matrix/feierabend-pushers.sql synapse
-- url: where the homeserver reaches Feierabend; gateway: where these pushers push until now.
UPDATE pushers
   SET data = (data::jsonb || jsonb_build_object(
         'url', current_setting('feierabend.url'),
         'format', 'event_id_only',
         -- @anna:example.org is anna@example.org in the directory
         'feierabend', lower(regexp_replace(user_name, '^@([^:]+):(.+)$', '\1@\2'))))::text
 WHERE kind = 'http'
   AND data::jsonb ->> 'url' IN (current_setting('feierabend.gateway'), current_setting('feierabend.url'));
