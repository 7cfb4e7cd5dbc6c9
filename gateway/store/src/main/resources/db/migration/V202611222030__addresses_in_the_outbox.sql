-- A mailed answer can come from somebody who is neither a citizen nor a queue, and must be told what became of it.
ALTER TABLE outbox
    MODIFY recipient_kind VARCHAR(10)  NOT NULL COMMENT 'citizen, queue or address',
    MODIFY recipient      VARCHAR(254) NOT NULL;
