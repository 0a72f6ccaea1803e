package vn.quyche.messenger.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.messenger.GroupPlatform;
import vn.quyche.core.api.security.Caller;

/** Groups and channels on platforms, and how they are tied to official groups. */
@ProviderType
public interface Chats {

    /**
     * What to look for; empty fields do not restrict.
     *
     * @param text part of the name, without regard to case and diacritics
     * @param connectionId the connection
     * @param tied whether it is tied to an official group
     */
    record Query(Optional<String> text, Optional<String> connectionId, Optional<Boolean> tied) {}

    /**
     * A group to be made on a platform.
     *
     * @param name 1 to 30 characters, as the platform wants it
     * @param description what it is for
     * @param assetId the package at the platform that pays for it
     * @param memberIds who is in it from the start, as the platform knows them; at least one administrates the account
     */
    record NewChat(String name, String description, String assetId, List<String> memberIds) {

        public NewChat {
            memberIds = memberIds == null ? List.of() : List.copyOf(memberIds);
        }
    }

    /**
     * The chats; takes {@code messenger:read}.
     *
     * @param page sorted by {@code name}, {@code members} or {@code synchronised}
     */
    Page<Chat> list(Caller caller, Query query, PageRequest page);

    /**
     * One chat; takes {@code messenger:read}.
     *
     * @throws vn.quyche.core.api.error.NotFound {@code messenger.chat-not-found}
     */
    Chat get(Caller caller, String chatId);

    /**
     * Enters the channel of a Viber connection, or a group whose id is known; takes {@code messenger:bind}.
     *
     * @return its id
     */
    String add(Caller caller, String connectionId, String externalId, String name);

    /**
     * Makes a group on the platform; Zalo OA alone; takes {@code messenger:bind}.
     *
     * @return its id
     * @throws vn.quyche.core.api.error.Conflict {@code messenger.chat-known} when the account has one of that name
     * @throws vn.quyche.core.api.error.Unavailable with what the platform said
     */
    String create(Caller caller, String connectionId, NewChat chat);

    /**
     * Ties a chat to an official group, or to none; takes {@code messenger:bind}.
     *
     * @param groupId empty for none
     * @param announces whether directives of the group are announced in it
     * @throws vn.quyche.core.api.error.Conflict {@code core.changed-meanwhile}
     */
    Chat tie(Caller caller, String chatId, long version, String groupId, boolean announces);

    /** Has the members read from the platform now; takes {@code messenger:bind}. */
    Chat synchronise(Caller caller, String chatId);

    /**
     * Changes who is in a GMF group, or who administrates it, at the platform; all or none. Takes {@code messenger:bind}.
     *
     * @param userIds 1 to 99 people as the platform knows them
     * @throws vn.quyche.core.api.error.Conflict {@code messenger.not-an-account}, {@code messenger.chat-gone}
     * @throws vn.quyche.core.api.error.Invalid {@code messenger.not-a-member}, {@code messenger.not-waiting} or
     *     {@code messenger.is-a-member} for who does not stand so
     * @throws vn.quyche.core.api.error.Unavailable with what the platform said
     */
    Chat changeMembers(Caller caller, String chatId, MemberChange change, List<String> userIds);

    /** Who is in a chat, by name; takes {@code messenger:members}. */
    List<ChatMember> members(Caller caller, String chatId);

    /** For members whom nobody named yet: the one person whose name they show; takes {@code messenger:members}. */
    Map<String, String> suggestions(Caller caller, String chatId);

    /**
     * Says who a member is; takes {@code messenger:members}.
     *
     * @param personIds the person by the member's id on the platform; empty text for nobody
     */
    void identify(Caller caller, String chatId, Map<String, String> personIds);

    /** Where the chat differs from the rule of its group; takes {@code messenger:members}. */
    List<GroupPlatform.Difference> differences(Caller caller, String chatId);

    /**
     * Posts that were seen, newest first; takes {@code messenger:members}.
     *
     * @param page sorted by {@code posted}
     */
    Page<ChatPost> posts(Caller caller, String chatId, PageRequest page);

    /**
     * Posts a short text; takes {@code messenger:post}.
     *
     * @return the id of the delivery
     * @throws vn.quyche.core.api.error.Refused when screening refuses the text
     */
    String post(Caller caller, String chatId, String text, String idempotencyKey);
}
