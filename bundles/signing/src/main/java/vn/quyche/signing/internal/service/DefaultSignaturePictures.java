package vn.quyche.signing.internal.service;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.signing.api.SignaturePicture;
import vn.quyche.signing.api.SignaturePictures;
import vn.quyche.signing.internal.model.PictureFile;
import vn.quyche.signing.internal.store.JpaStampStore;

/** Takes pictures in, screened like any other file, and gives them to whom they belong. */
@Component
public final class DefaultSignaturePictures implements SignaturePictures {

    private static final String PICTURE = "signing.picture";
    private static final double LEAST_WIDTH = 15;
    private static final double MOST_WIDTH = 80;

    private final Acts acts;
    private final Access access;
    private final TokenSight sight;
    private final Directory directory;
    private final JpaStampStore store;
    private final Attachments attachments;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public DefaultSignaturePictures(
            @Reference Acts acts,
            @Reference Access access,
            @Reference TokenSight sight,
            @Reference Directory directory,
            @Reference JpaStampStore store,
            @Reference Attachments attachments,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.acts = acts;
        this.access = access;
        this.sight = sight;
        this.directory = directory;
        this.store = store;
        this.attachments = attachments;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public boolean keeps(Caller caller) {
        return sight.keeps(caller);
    }

    @Override
    public Page<SignaturePicture> list(Caller caller, Query query, PageRequest page) {
        Optional<String> person = sight.seesAll(caller)
                ? Optional.empty()
                : Optional.of(caller.personId().orElse("-"));
        Page<SignaturePicture> found = store.list(query, person, page);
        return new Page<>(named(found.items()), found.next());
    }

    @Override
    public SignaturePicture get(Caller caller, String id) {
        return store.find(id)
                .filter(picture -> sight.seesAll(caller) || isOf(caller, picture))
                .map(picture -> named(List.of(picture)).get(0))
                .orElseThrow(() -> new NotFound("signing.picture.not-found", id));
    }

    private static boolean isOf(Caller caller, SignaturePicture picture) {
        return caller.personId().filter(picture.personId()::equals).isPresent();
    }

    private List<SignaturePicture> named(List<SignaturePicture> pictures) {
        Set<String> people = new HashSet<>();
        pictures.forEach(picture -> people.add(picture.personId()));
        Map<String, String> names = directory.names(people);
        String school = directory.school().name();
        return pictures.stream()
                .map(picture -> picture.named(
                        picture.kind() == SignaturePicture.Kind.SEAL
                                ? school
                                : names.getOrDefault(picture.personId(), "")))
                .toList();
    }

    @Override
    @Regulated("MT.11.2")
    public byte[] png(Caller caller, String id) {
        SignaturePicture picture = get(caller, id);
        if (!isOf(caller, picture)) {
            // the lines of the register are for more people than the picture, which could be put under a forgery
            access.require(caller, TokenPermissions.KEEP, Scope.school());
        }
        return bytes(picture);
    }

    /** The bytes of a picture. */
    private byte[] bytes(SignaturePicture picture) {
        return read(attachments, picture);
    }

    static byte[] read(Attachments attachments, SignaturePicture picture) {
        try (InputStream in = attachments.open(attachments.get(picture.fileId()))) {
            return in.readNBytes(PictureFile.MOST_BYTES * 8);
        } catch (IOException e) {
            throw new Unavailable("signing.file-unreadable", e);
        }
    }

    @Override
    @Regulated({"MT.11.1", "TA.10.1"})
    public SignaturePicture add(Caller caller, NewPicture entered) {
        try {
            return added(caller, entered);
        } catch (QuycheException e) {
            // nothing was changed, yet the attempt stays in the log
            return acts.perform(caller, act(), log -> {
                throw e;
            });
        }
    }

    private static Act act() {
        return Act.create(PICTURE, "signing.add-picture", TokenPermissions.KEEP, Scope.school());
    }

    private SignaturePicture added(Caller caller, NewPicture entered) {
        access.require(caller, TokenPermissions.KEEP, Scope.school());
        Checks checks = new Checks();
        checks.that(entered.kind() != null, "kind", "core.required");
        boolean seal = entered.kind() == SignaturePicture.Kind.SEAL;
        String person = seal ? "" : checks.text("personId", entered.personId(), 1, 26);
        checks.that(person.isEmpty() || sight.employed(person), "personId", "signing.picture.not-employed");
        checks.that(
                entered.width() >= LEAST_WIDTH && entered.width() <= MOST_WIDTH,
                "width",
                "signing.picture.bad-width",
                (int) LEAST_WIDTH,
                (int) MOST_WIDTH);
        String reason = checks.text("reason", entered.reason(), 1, 500);
        checks.orThrow();
        PictureFile file = PictureFile.read(entered.file(), entered.kind());
        String name = seal ? "con-dau.png" : "chu-ky.png";
        Attachment stored = attachments.receive(
                caller, name, () -> new ByteArrayInputStream(file.png()), PictureFile.MOST_BYTES * 8L);
        return acts.perform(caller, act(), log -> {
            Instant now = clock.instant();
            Optional<SignaturePicture> before = store.current(entered.kind(), person);
            before.ifPresent(old -> store.end(old.id(), now, caller.name(), reason));
            SignaturePicture picture = new SignaturePicture(
                    ids.next(),
                    entered.kind(),
                    person,
                    "",
                    entered.width(),
                    file.wide(),
                    file.high(),
                    stored.id(),
                    stored.sha256(),
                    reason,
                    caller.name(),
                    now,
                    Optional.empty(),
                    "",
                    "");
            store.insert(picture);
            attachments.attach(caller, List.of(stored.id()), PICTURE, picture.id());
            log.subject(picture.id());
            log.note(reason);
            log.changed(before.orElse(null), picture);
            return named(List.of(picture)).get(0);
        });
    }

    @Override
    @Regulated("MT.11.5")
    public SignaturePicture end(Caller caller, String id, String reason) {
        return acts.perform(
                caller, Act.on(PICTURE, id, "signing.end-picture", TokenPermissions.KEEP, Scope.school()), log -> {
                    Checks checks = new Checks();
                    String why = checks.text("reason", reason, 1, 500);
                    checks.orThrow();
                    SignaturePicture before = get(caller, id);
                    if (!store.end(id, clock.instant(), caller.name(), why)) {
                        throw new Conflict("signing.picture.ended");
                    }
                    log.note(why);
                    SignaturePicture after = get(caller, id);
                    log.changed(before, after);
                    return after;
                });
    }
}
