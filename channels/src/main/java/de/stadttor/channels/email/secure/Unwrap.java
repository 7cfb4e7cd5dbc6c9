package de.stadttor.channels.email.secure;

import de.stadttor.channels.email.mime.Entity;
import de.stadttor.channels.email.mime.Oddities;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes off envelopes, also those inside others, at most {@value #MAX_ENVELOPES}. An envelope that cannot be opened
 * stays as a file, so that nothing is lost. Used once for a message.
 */
public final class Unwrap {

    private static final int MAX_ENVELOPES = 10;

    private final Oddities oddities;
    private final Smime smime;
    private final PgpMime pgp;
    private final InlinePgp inlinePgp;
    private Protection protection = Protection.NONE;
    private int envelopes;

    private Unwrap(MailKeys keys, Oddities oddities) {
        this.oddities = oddities;
        this.smime = new Smime(keys, oddities);
        this.pgp = new PgpMime(keys, oddities);
        this.inlinePgp = new InlinePgp(pgp, oddities);
    }

    /** Opens with {@code keys} what they can open. */
    public static Unwrapped message(Entity message, MailKeys keys, Oddities oddities) {
        Unwrap unwrap = new Unwrap(keys, oddities);
        Entity open = unwrap.open(message);
        return new Unwrapped(open, unwrap.protection);
    }

    private Entity open(Entity entity) {
        SealedFile sealed = SealedFile.of(entity);
        return sealed == null ? opened(entity) : unsealed(entity, sealed);
    }

    /** The file keeps its seal when it cannot be opened; what protected it does not protect the message. */
    private Entity unsealed(Entity entity, SealedFile sealed) {
        Optional<Entity> file = sealed.open(smime, pgp);
        if (file.isEmpty()) {
            return entity;
        }
        oddities.note("sealed-file-opened");
        return file.get();
    }

    private Entity opened(Entity entity) {
        return switch (entity.type().media()) {
            case "multipart/signed" -> signed(entity);
            case "multipart/encrypted" -> encrypted(entity);
            case "application/pkcs7-mime", "application/x-pkcs7-mime" -> opened(entity, smime.open(entity, protection));
            case "application/ms-tnef", "application/vnd.ms-tnef" -> tnef(entity);
            case "application/octet-stream" -> byName(entity);
            case "text/plain" -> text(entity);
            default -> parts(entity);
        };
    }

    private Entity encrypted(Entity entity) {
        return entity.parts().size() < 2
                ? parts(entity)
                : opened(entity, pgp.decrypt(entity.parts().get(1), protection));
    }

    private Entity byName(Entity entity) {
        String name = entity.fileName();
        if (name != null && name.equalsIgnoreCase("winmail.dat")) {
            return tnef(entity);
        }
        return name != null && name.toLowerCase(java.util.Locale.ROOT).endsWith(".p7m")
                ? opened(entity, smime.open(entity, protection))
                : entity;
    }

    private Entity parts(Entity entity) {
        if (!entity.isMultipart()) {
            return entity;
        }
        Protection before = protection;
        List<Entity> open = new ArrayList<>(entity.parts().size());
        for (Entity part : entity.parts()) {
            boolean data = !open.isEmpty() && open.getLast().type().is("application/pgp-encrypted");
            open.add(data ? opened(part, pgp.decrypt(part, protection)) : open(part));
        }
        if (!protection.equals(before) && open.size() > 1) {
            oddities.note("partly-signed");
        }
        return entity.with(open);
    }

    private Entity text(Entity entity) {
        return opened(entity, inlinePgp.open(entity, protection));
    }

    private Entity signed(Entity entity) {
        if (entity.parts().size() >= 2) {
            protection = isOpenPgp(entity.parts().get(1))
                    ? pgp.verify(entity, protection)
                    : smime.verify(entity, protection);
        }
        return parts(entity);
    }

    /** Some programs give the signature a type of their own; what it begins with tells. */
    private static boolean isOpenPgp(Entity signature) {
        return signature.type().is("application/pgp-signature")
                || signature.body().latin1().stripLeading().startsWith("-----BEGIN PGP ");
    }

    private Entity opened(Entity envelope, Optional<Unwrapped> content) {
        if (content.isEmpty() || ++envelopes > MAX_ENVELOPES) {
            return parts(envelope);
        }
        protection = content.get().protection();
        return envelope.with(List.of(open(content.get().message())));
    }

    private Entity tnef(Entity entity) {
        List<Entity> unpacked = Tnef.unpack(entity, oddities);
        return unpacked.isEmpty() ? entity : entity.with(unpacked);
    }
}
