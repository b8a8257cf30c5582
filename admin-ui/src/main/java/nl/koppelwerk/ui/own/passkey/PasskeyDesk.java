package nl.koppelwerk.ui.own.passkey;

import com.webauthn4j.util.exception.WebAuthnException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.data.own.OwnVolunteer;
import nl.koppelwerk.data.own.Passkeys;
import nl.koppelwerk.ui.shell.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.authentication.HttpSessionPublicKeyCredentialRequestOptionsRepository;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.security.web.webauthn.registration.HttpSessionPublicKeyCredentialCreationOptionsRepository;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a device is asked, and whether its answer is right. Each question is kept in the session and answered once; the
 * device always asks its owner for a finger, a face or a code, so that a found telephone opens nothing.
 */
@Component
class PasskeyDesk {
    private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> MADE =
            new TypeReference<>() {};
    private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>> SHOWN =
            new TypeReference<>() {};

    private final Passkeys passkeys;
    private final String site;
    private final Webauthn4JRelyingPartyOperations party;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private final HttpSessionPublicKeyCredentialCreationOptionsRepository making =
            new HttpSessionPublicKeyCredentialCreationOptionsRepository();
    private final HttpSessionPublicKeyCredentialRequestOptionsRepository showing =
            new HttpSessionPublicKeyCredentialRequestOptionsRepository();

    PasskeyDesk(Passkeys passkeys, PublicAddress address) {
        this.passkeys = passkeys;
        this.site = address.address().getHost();
        PasskeyStore store = new PasskeyStore(passkeys);
        this.party = new Webauthn4JRelyingPartyOperations(
                store,
                store,
                PublicKeyCredentialRpEntity.builder()
                        .id(site)
                        .name("Koppelwerk")
                        .build(),
                Set.of(origin(address.address())));
        party.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        party.setCustomizeRequestOptions(options -> options.userVerification(UserVerificationRequirement.REQUIRED));
    }

    /** As browsers say it, as long as the address does not name the port that is usual. */
    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    /** The host that passkeys are good for; on another address of the same server browsers refuse them. */
    String site() {
        return site;
    }

    List<Passkeys.Passkey> of(OwnVolunteer owner) {
        return passkeys.of(owner);
    }

    void remove(OwnVolunteer owner, byte[] credential) {
        passkeys.remove(owner, credential);
    }

    /** What the device is to make a passkey of, as JSON. */
    String make(OwnVolunteer owner, HttpServletRequest request, HttpServletResponse response) {
        Authentication named = UsernamePasswordAuthenticationToken.authenticated(
                PasskeyStore.handle(owner).toBase64UrlString(), null, List.of());
        PublicKeyCredentialCreationOptions options = party.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(named));
        making.save(request, response, options);
        return json.writeValueAsString(options);
    }

    /** Keeps what the device made; false: it answers no question of ours, or there are too many. */
    boolean made(OwnVolunteer owner, String credential, HttpServletRequest request, HttpServletResponse response) {
        @Nullable PublicKeyCredentialCreationOptions asked = making.load(request);
        making.save(request, response, null);
        if (asked == null
                || !asked.getUser().getId().equals(PasskeyStore.handle(owner))
                || of(owner).size() >= Passkeys.MOST) {
            return false;
        }
        try {
            PublicKeyCredential<AuthenticatorAttestationResponse> answer = json.readValue(credential, MADE);
            if (isCutShort(answer) || hasNone(answer.getResponse().getAttestationObject())) {
                return false;
            }
            party.registerCredential(
                    new ImmutableRelyingPartyRegistrationRequest(asked, new RelyingPartyPublicKey(answer, "")));
            return true;
        } catch (JacksonException | IllegalArgumentException | WebAuthnException refused) {
            return false;
        }
    }

    /** What any device is to sign, as JSON: it says of whom it has a passkey. */
    String ask(HttpServletRequest request, HttpServletResponse response) {
        PublicKeyCredentialRequestOptions options =
                party.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
        showing.save(request, response, options);
        return json.writeValueAsString(options);
    }

    /** Whose passkey signed what was asked; empty: nobody's who takes part. */
    Optional<OwnVolunteer> shown(String credential, HttpServletRequest request, HttpServletResponse response) {
        @Nullable PublicKeyCredentialRequestOptions asked = showing.load(request);
        showing.save(request, response, null);
        if (asked == null) {
            return Optional.empty();
        }
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> answer = json.readValue(credential, SHOWN);
            if (isCutShort(answer)
                    || hasNone(
                            answer.getResponse().getAuthenticatorData(),
                            answer.getResponse().getSignature())) {
                return Optional.empty();
            }
            return Optional.of(
                    PasskeyStore.owner(party.authenticate(new RelyingPartyAuthenticationRequest(asked, answer))
                            .getId()));
        } catch (JacksonException | IllegalArgumentException | WebAuthnException refused) {
            return Optional.empty();
        }
    }

    /** The library takes for granted that every part of an answer is there. */
    private static boolean isCutShort(@Nullable PublicKeyCredential<? extends AuthenticatorResponse> answer) {
        return answer == null
                || answer.getResponse() == null
                || hasNone(answer.getRawId(), answer.getResponse().getClientDataJSON());
    }

    private static boolean hasNone(@Nullable Bytes... parts) {
        return Arrays.stream(parts).anyMatch(Objects::isNull);
    }
}
