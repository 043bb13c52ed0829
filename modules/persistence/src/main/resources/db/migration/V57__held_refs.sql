-- A mail server asks which of what waits at its side is still held.
CREATE INDEX deferral_ref ON deferral (employer, ref_source, ref_id);
