package vn.quyche.signing.internal.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.persistence.Cursor;
import vn.quyche.core.api.persistence.Like;
import vn.quyche.signing.api.TrustCertificate;
import vn.quyche.signing.api.TrustRegister;

/** Authorities and their lists of revoked certificates in JPA. */
@Component(service = JpaTrustStore.class)
public final class JpaTrustStore {

    private static final String LIST = "signing.trust";
    private static final int PART = 30_000;

    private final JpaTemplate jpa;

    @Activate
    public JpaTrustStore(@Reference(target = "(osgi.unit.name=signing)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** An authority with the bytes of its certificate and of its list, when it has one. */
    public record Stored(TrustCertificate certificate, byte[] der, Optional<byte[]> crl) {}

    /** Stores a new authority. */
    public void insert(TrustCertificate certificate, byte[] der) {
        jpa.tx(em -> {
            TrustCertificateEntity entity = new TrustCertificateEntity();
            entity.id = certificate.id();
            entity.track = certificate.track();
            entity.root = certificate.root();
            entity.subject = certificate.subject();
            entity.subjectFolded = VietnameseText.fold(certificate.subject());
            entity.sortKey = sortKey(certificate);
            entity.issuer = certificate.issuer();
            entity.serial = certificate.serial();
            entity.fingerprint = certificate.fingerprint();
            entity.notBefore = certificate.notBefore().toEpochMilli();
            entity.notAfter = certificate.notAfter().toEpochMilli();
            entity.der = Base64.getEncoder().encodeToString(der);
            entity.addedAt = certificate.addedAt().orElseThrow().toEpochMilli();
            entity.addedBy = certificate.addedBy();
            em.persist(entity);
        });
    }

    /** Removes an authority with its list. */
    public void delete(String id) {
        jpa.tx(em -> {
            deleteCrl(em, id);
            em.remove(em.find(TrustCertificateEntity.class, id));
        });
    }

    private static void deleteCrl(EntityManager em, String id) {
        em.createQuery("delete from TrustCrlPart p where p.certificateId = :id")
                .setParameter("id", id)
                .executeUpdate();
        em.createQuery("delete from TrustCrl c where c.id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Puts a list in the place of the one that was there. */
    public void replaceCrl(
            String id, Instant thisUpdate, Optional<Instant> nextUpdate, int entries, Instant loadedAt, byte[] der) {
        jpa.tx(em -> {
            deleteCrl(em, id);
            String text = Base64.getEncoder().encodeToString(der);
            int parts = 0;
            for (int from = 0; from < text.length(); from += PART) {
                TrustCrlPartEntity part = new TrustCrlPartEntity();
                part.id = id + "-" + String.format("%05d", parts++);
                part.certificateId = id;
                part.content = text.substring(from, Math.min(text.length(), from + PART));
                em.persist(part);
            }
            TrustCrlEntity entity = new TrustCrlEntity();
            entity.id = id;
            entity.thisUpdate = thisUpdate.toEpochMilli();
            entity.nextUpdate = nextUpdate.map(Instant::toEpochMilli).orElse(null);
            entity.entries = entries;
            entity.parts = parts;
            entity.loadedAt = loadedAt.toEpochMilli();
            em.persist(entity);
        });
    }

    /** Locks an authority until the transaction ends, so that two lists do not come at once. */
    public void lock(String id) {
        jpa.tx(em -> em.createNativeQuery("update q_signing.trust_certificate set serial = serial where id = ?")
                .setParameter(1, id)
                .executeUpdate());
    }

    /** An authority. */
    public Optional<TrustCertificate> find(String id, Instant freshSince) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(TrustCertificateEntity.class, id))
                .map(entity -> entity.toRecord(Optional.ofNullable(em.find(TrustCrlEntity.class, id))
                        .map(crl -> crl.toRecord(entity.subject, freshSince)))));
    }

    /** Whether a certificate is there. */
    public boolean known(String fingerprint) {
        return jpa.txExpr(em -> !em.createQuery(
                        "select c.id from TrustCertificate c where c.fingerprint = :fingerprint", String.class)
                .setParameter("fingerprint", fingerprint)
                .getResultList()
                .isEmpty());
    }

    /** Authorities by name. */
    public List<TrustCertificate> list(
            TrustRegister.Query query, Instant freshSince, Optional<String> after, int limit) {
        StringBuilder jpql = new StringBuilder("select c from TrustCertificate c where c.id is not null");
        Map<String, Object> parameters = new HashMap<>();
        query.track().ifPresent(track -> {
            jpql.append(" and c.track = :track");
            parameters.put("track", track);
        });
        query.text().ifPresent(text -> {
            jpql.append(" and c.subjectFolded like :text escape '!'");
            parameters.put("text", Like.containing(VietnameseText.fold(text)));
        });
        after.map(text -> Cursor.parse(LIST, 2, text)).ifPresent(cursor -> {
            jpql.append(" and (c.sortKey > :key or (c.sortKey = :key and c.id > :id))");
            parameters.put("key", cursor.text(0));
            parameters.put("id", cursor.text(1));
        });
        return jpa.txExpr(em -> {
            TypedQuery<TrustCertificateEntity> select =
                    em.createQuery(jpql.append(" order by c.sortKey, c.id").toString(), TrustCertificateEntity.class);
            parameters.forEach(select::setParameter);
            List<TrustCertificateEntity> found = select.setMaxResults(limit).getResultList();
            Map<String, TrustCrlEntity> crls =
                    crls(em, found.stream().map(entity -> entity.id).toList());
            return found.stream()
                    .map(entity -> entity.toRecord(Optional.ofNullable(crls.get(entity.id))
                            .map(crl -> crl.toRecord(entity.subject, freshSince))))
                    .toList();
        });
    }

    private static Map<String, TrustCrlEntity> crls(EntityManager em, Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : em
                        .createQuery("select c from TrustCrl c where c.id in :ids", TrustCrlEntity.class)
                        .setParameter("ids", ids)
                        .getResultList()
                        .stream()
                        .collect(Collectors.toMap(crl -> crl.id, Function.identity()));
    }

    /** The cursor behind an authority. */
    public static String cursor(TrustCertificate certificate) {
        return Cursor.of(LIST, sortKey(certificate), certificate.id());
    }

    private static String sortKey(TrustCertificate certificate) {
        String folded = VietnameseText.fold(certificate.subject());
        return certificate.track() + " " + folded.substring(0, Math.min(folded.length(), 800));
    }

    /** Changes whenever an authority or a list comes or goes, on whichever node. */
    public String stamp() {
        return jpa.txExpr(em -> {
            Object[] certificates = em.createQuery(
                            "select count(c), max(c.addedAt), min(c.addedAt) from TrustCertificate c", Object[].class)
                    .getSingleResult();
            Object[] crls = em.createQuery(
                            "select count(c), max(c.loadedAt), max(c.thisUpdate) from TrustCrl c", Object[].class)
                    .getSingleResult();
            return List.of(java.util.Arrays.asList(certificates), java.util.Arrays.asList(crls))
                    .toString();
        });
    }

    /** All authorities with their bytes: a few dozen at most. */
    public List<Stored> all(Instant freshSince) {
        return jpa.txExpr(em -> {
            Map<String, TrustCrlEntity> crls =
                    em.createQuery("select c from TrustCrl c", TrustCrlEntity.class).getResultList().stream()
                            .collect(Collectors.toMap(crl -> crl.id, Function.identity()));
            Map<String, StringBuilder> texts = new LinkedHashMap<>();
            em.createQuery("select p from TrustCrlPart p order by p.id", TrustCrlPartEntity.class)
                    .getResultList()
                    .forEach(part -> texts.computeIfAbsent(part.certificateId, id -> new StringBuilder())
                            .append(part.content));
            List<Stored> all = new ArrayList<>();
            em.createQuery("select c from TrustCertificate c order by c.sortKey, c.id", TrustCertificateEntity.class)
                    .getResultList()
                    .forEach(entity -> all.add(new Stored(
                            entity.toRecord(Optional.ofNullable(crls.get(entity.id))
                                    .map(crl -> crl.toRecord(entity.subject, freshSince))),
                            Base64.getDecoder().decode(entity.der),
                            Optional.ofNullable(texts.get(entity.id))
                                    .map(text -> Base64.getDecoder().decode(text.toString())))));
            return all;
        });
    }
}
