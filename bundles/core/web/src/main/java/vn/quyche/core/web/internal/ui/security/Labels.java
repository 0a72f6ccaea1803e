package vn.quyche.core.web.internal.ui.security;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.quyche.core.api.security.Accounts;
import vn.quyche.core.api.security.Delegations;
import vn.quyche.core.api.security.Roles;
import vn.quyche.core.api.security.Tokens;
import vn.quyche.core.api.ui.Messages;

/** The words for roles and permissions. */
final class Labels {

    private final Messages messages;

    Labels(Messages messages) {
        this.messages = messages;
    }

    /** A choice of a form; its value, its word, and a remark. */
    record Choice(String value, String label, String hint) {}

    /** Permissions of one bundle. */
    record Group(String domain, List<Choice> permissions) {}

    String permission(Locale locale, String name) {
        return messages.text(locale, "permission." + name.replace(':', '.'));
    }

    String role(Locale locale, Roles.RoleView role) {
        return role.label().isEmpty() ? role(locale, role.code()) : role.label();
    }

    /** A role whose own label is not at hand: built-in ones have a text, others show their code. */
    String role(Locale locale, String code) {
        String key = "role." + code;
        String text = messages.text(locale, key);
        return text.equals(key) ? code : text;
    }

    String permissions(Locale locale, Collection<String> names) {
        return names.stream().map(name -> permission(locale, name)).sorted().collect(Collectors.joining("; "));
    }

    String state(Locale locale, Delegations.State state) {
        return messages.text(locale, "security.delegation-state." + state);
    }

    String state(Locale locale, Tokens.Token token, LocalDate today) {
        String state =
                token.revokedAt().isPresent() ? "revoked" : token.expiresOn().isBefore(today) ? "expired" : "active";
        return messages.text(locale, "security.token-state." + state);
    }

    String kind(Locale locale, Roles.RoleView role) {
        return messages.text(locale, role.builtIn() ? "security.built-in" : "security.own-role");
    }

    String state(Locale locale, Accounts.State state) {
        return messages.text(locale, "security.account-state." + state);
    }

    List<String> roles(Locale locale, Collection<String> codes) {
        return codes.stream().map(code -> role(locale, code)).sorted().toList();
    }

    /** The words of roles, own ones included, by code. */
    Map<String, String> roles(Locale locale, List<Roles.RoleView> roles) {
        return roles.stream()
                .collect(Collectors.toMap(
                        Roles.RoleView::code, role -> role(locale, role), (a, b) -> a, java.util.LinkedHashMap::new));
    }

    /** Permissions by bundle, each with its word. */
    List<Group> groups(Locale locale, Collection<String> names) {
        Map<String, List<String>> byDomain = names.stream()
                .sorted()
                .collect(Collectors.groupingBy(
                        name -> name.substring(0, Math.max(0, name.indexOf(':'))), TreeMap::new, Collectors.toList()));
        Function<String, Choice> choice = name -> new Choice(name, permission(locale, name), "");
        return byDomain.entrySet().stream()
                .map(e -> new Group(
                        e.getKey(),
                        e.getValue().stream()
                                .map(choice)
                                .sorted(Comparator.comparing(Choice::label))
                                .toList()))
                .toList();
    }
}
