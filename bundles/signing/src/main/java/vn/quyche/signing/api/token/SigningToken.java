package vn.quyche.signing.api.token;

import java.time.Instant;
import java.util.Optional;

/**
 * A signing token of the register.
 *
 * @param id its id
 * @param serial the number on the device
 * @param kind whose signature it makes
 * @param provider who sold the service
 * @param purpose what it is for
 * @param holderId the person whom its certificate names; empty for the school's
 * @param holderName the name; that of the school for the school's
 * @param custodianId who has it
 * @param custodianName the name
 * @param place where it is kept
 * @param state where it stands
 * @param certificate what its certificate says
 * @param remark why a certificate was taken that names the school otherwise; empty as a rule
 * @param registeredAt when it came into the register
 * @param lastKnownAt when it was last known to be with its custodian: handed over, confirmed, or used
 * @param lastUsedAt when it last signed
 * @param version grows with each change
 */
public record SigningToken(
        String id,
        String serial,
        SignatureKind kind,
        String provider,
        String purpose,
        String holderId,
        String holderName,
        String custodianId,
        String custodianName,
        String place,
        TokenState state,
        SigningCertificate certificate,
        String remark,
        Instant registeredAt,
        Instant lastKnownAt,
        Optional<Instant> lastUsedAt,
        long version) {}
