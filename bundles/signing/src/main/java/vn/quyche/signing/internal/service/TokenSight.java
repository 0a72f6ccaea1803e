package vn.quyche.signing.internal.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.compliance.Regulations;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Person;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.signing.api.token.SignatureKind;
import vn.quyche.signing.api.token.SigningToken;
import vn.quyche.signing.api.token.Tokens;
import vn.quyche.signing.internal.store.JpaTokenStore;

/** Who sees which token, who may have one, and how people are called. */
@Component(service = TokenSight.class)
public final class TokenSight {

    private static final String SCHOOL_POSTS = "signing.school-token-posts";
    private static final List<Post> RECEIVERS =
            List.of(Post.OFFICE_HEAD, Post.RECORDS_CLERK, Post.PRINCIPAL, Post.VICE_PRINCIPAL);

    /** The posts that may have the school's token, by what the parameter calls them. */
    private static final Map<String, Post> TITLES = Map.of(
            VietnameseText.fold("Tổ trưởng văn phòng"), Post.OFFICE_HEAD,
            VietnameseText.fold("Văn thư"), Post.RECORDS_CLERK,
            VietnameseText.fold("Hiệu trưởng"), Post.PRINCIPAL,
            VietnameseText.fold("Phó hiệu trưởng"), Post.VICE_PRINCIPAL);

    private final Access access;
    private final JpaTokenStore tokens;
    private final Directory directory;
    private final Regulations regulations;
    private final Clock clock;

    @Activate
    public TokenSight(
            @Reference Access access,
            @Reference JpaTokenStore tokens,
            @Reference Directory directory,
            @Reference Regulations regulations,
            @Reference Clock clock) {
        this.access = access;
        this.tokens = tokens;
        this.directory = directory;
        this.regulations = regulations;
        this.clock = clock;
    }

    /** The day that it is. */
    public LocalDate today() {
        return VietnamTime.today(clock);
    }

    /** Whether the caller sees the whole register. */
    public boolean seesAll(Caller caller) {
        return access.allows(caller, TokenPermissions.TOKENS, Scope.school());
    }

    /** Whether the caller keeps tokens for the school. */
    public boolean keeps(Caller caller) {
        return access.allows(caller, TokenPermissions.KEEP, Scope.school());
    }

    /** Whether the caller may say what tokens sign. */
    public boolean grants(Caller caller) {
        return access.allows(caller, TokenPermissions.GRANT, Scope.school());
    }

    /** Whether a token names the caller or is with them. */
    public static boolean isOf(Caller caller, SigningToken token) {
        return caller.personId()
                .filter(person -> person.equals(token.holderId()) || person.equals(token.custodianId()))
                .isPresent();
    }

    /** A token that the caller sees, with the names of people. */
    public SigningToken require(Caller caller, String tokenId) {
        return named(seen(caller, tokenId, tokens.find(tokenId)).token());
    }

    /** A token that the caller sees, locked until the transaction ends. */
    public JpaTokenStore.Kept lock(Caller caller, String tokenId) {
        return seen(caller, tokenId, tokens.lock(tokenId));
    }

    private JpaTokenStore.Kept seen(Caller caller, String tokenId, Optional<JpaTokenStore.Kept> found) {
        return found.filter(kept -> seesAll(caller) || isOf(caller, kept.token()))
                .orElseThrow(() -> new NotFound("token.not-found", tokenId));
    }

    /** A person of the caller's own. */
    public static String person(Caller caller) {
        return caller.personId().orElseThrow(() -> new Forbidden("token.not-a-person"));
    }

    /** The token with the names of people. */
    public SigningToken named(SigningToken token) {
        return named(List.of(token)).get(0);
    }

    /** Tokens with the names of people. */
    public List<SigningToken> named(List<SigningToken> list) {
        Set<String> ids = new HashSet<>();
        list.forEach(token -> ids.addAll(List.of(token.holderId(), token.custodianId())));
        Map<String, String> names = directory.names(ids);
        String school = directory.school().name();
        return list.stream()
                .map(token -> token.named(
                        token.kind() == SignatureKind.ORGANIZATION ? school : names.getOrDefault(token.holderId(), ""),
                        names.getOrDefault(token.custodianId(), "")))
                .toList();
    }

    /** The name of a person; empty for nobody. */
    public String name(String personId) {
        return directory.names(Set.of(personId)).getOrDefault(personId, "");
    }

    /** Whether somebody works at the school today. */
    public boolean employed(String personId) {
        return directory.employed(personId, today());
    }

    /** Whether somebody may have a token and sign with it: their own, or the school's by their post. */
    @Regulated("MT.11.1")
    public boolean mayHold(SigningToken token, String personId) {
        if (token.kind() == SignatureKind.PERSONAL) {
            return token.holderId().equals(personId);
        }
        Set<Post> posts = schoolPosts();
        return directory
                .find(personId, today())
                .filter(person -> person.posts().stream().anyMatch(posts::contains))
                .isPresent();
    }

    /** The posts that may have the school's token. */
    public Set<Post> schoolPosts() {
        Set<Post> posts = EnumSet.noneOf(Post.class);
        for (String title : regulations.text(SCHOOL_POSTS, today()).split("[,;]")) {
            Optional.ofNullable(TITLES.get(VietnameseText.fold(title.strip()))).ifPresent(posts::add);
        }
        return posts;
    }

    /** Whether somebody may take a token back for the school. */
    public boolean receives(String personId) {
        return directory
                .find(personId, today())
                .filter(person -> person.posts().stream().anyMatch(RECEIVERS::contains))
                .isPresent();
    }

    /** Who takes tokens back, another than the giver; the office first. */
    public Optional<String> receiver(String giverId) {
        return RECEIVERS.stream()
                .flatMap(post -> directory.holders(post, today()).stream())
                .map(Person::id)
                .filter(id -> !id.equals(giverId))
                .findFirst();
    }

    /** Who looks after tokens: the head of the office, else the clerks, else the principal. */
    public List<String> keepers() {
        return Stream.of(Post.OFFICE_HEAD, Post.RECORDS_CLERK, Post.PRINCIPAL)
                .map(post -> directory.holders(post, today()).stream()
                        .map(Person::id)
                        .toList())
                .filter(people -> !people.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The keepers and the principal. */
    public Set<String> leaders() {
        Set<String> leaders = new HashSet<>(keepers());
        directory.holders(Post.PRINCIPAL, today()).forEach(person -> leaders.add(person.id()));
        return leaders;
    }

    /** Who should have a token by MT.11.1 and has none. */
    @Regulated("MT.11.1")
    public List<Tokens.Lacking> lacking() {
        List<Tokens.Lacking> lacking = new ArrayList<>();
        for (Post post : List.of(Post.PRINCIPAL, Post.VICE_PRINCIPAL)) {
            directory.holders(post, today()).stream()
                    .filter(person -> !tokens.hasOne(SignatureKind.PERSONAL, person.id()))
                    .map(person -> new Tokens.Lacking(person.id(), person.fullName(), post, SignatureKind.PERSONAL))
                    .forEach(lacking::add);
        }
        if (!tokens.hasOne(SignatureKind.ORGANIZATION, "")) {
            schoolPosts().stream()
                    .flatMap(post -> directory.holders(post, today()).stream()
                            .map(person -> new Tokens.Lacking(
                                    person.id(), person.fullName(), post, SignatureKind.ORGANIZATION)))
                    .findFirst()
                    .ifPresent(lacking::add);
        }
        return lacking;
    }
}
