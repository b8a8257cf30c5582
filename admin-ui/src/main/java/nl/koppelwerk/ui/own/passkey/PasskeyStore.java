package nl.koppelwerk.ui.own.passkey;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.data.own.OwnVolunteer;
import nl.koppelwerk.data.own.Passkeys;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/**
 * Passkeys and their owners as the library asks for them. The handle by which a device knows its owner is the two random
 * numbers of organisation and volunteer, 32 bytes that say nothing about a person, so owners need no table.
 */
final class PasskeyStore implements PublicKeyCredentialUserEntityRepository, UserCredentialRepository {
    private static final int HANDLE_BYTES = 4 * Long.BYTES;

    private final Passkeys passkeys;

    PasskeyStore(Passkeys passkeys) {
        this.passkeys = passkeys;
    }

    static Bytes handle(OwnVolunteer owner) {
        UUID organisation = owner.organisation().value();
        UUID volunteer = owner.volunteer().value();
        return new Bytes(ByteBuffer.allocate(HANDLE_BYTES)
                .putLong(organisation.getMostSignificantBits())
                .putLong(organisation.getLeastSignificantBits())
                .putLong(volunteer.getMostSignificantBits())
                .putLong(volunteer.getLeastSignificantBits())
                .array());
    }

    static OwnVolunteer owner(Bytes handle) {
        ByteBuffer bytes = ByteBuffer.wrap(handle.getBytes());
        return new OwnVolunteer(
                new OrganisationId(new UUID(bytes.getLong(), bytes.getLong())),
                new VolunteerId(new UUID(bytes.getLong(), bytes.getLong())));
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return passkeys.name(owner(handle)).map(name -> entity(handle, name)).orElse(null);
    }

    /** @param handle in Base64, as the name of who is signed in */
    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String handle) {
        return findById(Bytes.fromBase64(handle));
    }

    private static PublicKeyCredentialUserEntity entity(Bytes handle, String name) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handle)
                .name(name)
                .displayName(name)
                .build();
    }

    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
        throw new UnsupportedOperationException("volunteers come from elsewhere");
    }

    @Override
    public void save(CredentialRecord made) {
        passkeys.keep(new Passkeys.Passkey(
                owner(made.getUserEntityUserId()),
                made.getCredentialId().getBytes(),
                made.getPublicKey().getBytes(),
                Objects.requireNonNull(made.getAttestationObject()).getBytes(),
                made.getSignatureCount(),
                made.isBackupEligible(),
                made.isBackupState(),
                made.getCreated(),
                made.getLastUsed()));
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("removed by its owner only");
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        return passkeys.find(credential.getBytes()).map(PasskeyStore::kept).orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return passkeys.of(owner(handle)).stream().map(PasskeyStore::kept).toList();
    }

    private static CredentialRecord kept(Passkeys.Passkey passkey) {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(passkey.credential()))
                .userEntityUserId(handle(passkey.owner()))
                .publicKey(new ImmutablePublicKeyCose(passkey.publicKey()))
                .attestationObject(new Bytes(passkey.attestation()))
                .signatureCount(passkey.signatures())
                .uvInitialized(true)
                .transports(Set.of())
                .backupEligible(passkey.backupEligible())
                .backupState(passkey.backedUp())
                .created(passkey.addedAt())
                .lastUsed(passkey.usedAt())
                .label("")
                .build();
    }
}
