ALTER TABLE chat
    ADD COLUMN transcript BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'whether the citizen wants it mailed when it is over'
        AFTER stars;
