-- Nobody holds the roles hr and council at once any more: what both sides sign would be one person's word.
-- Who held both stays with the personnel office; the works council gets a log-in of its own.
UPDATE account
   SET roles = array_to_string(array_remove(string_to_array(roles, ' '), 'council'), ' ')
 WHERE string_to_array(roles, ' ') @> ARRAY['hr', 'council'];
UPDATE token
   SET roles = array_to_string(array_remove(string_to_array(roles, ' '), 'council'), ' ')
 WHERE string_to_array(roles, ' ') @> ARRAY['hr', 'council'];
