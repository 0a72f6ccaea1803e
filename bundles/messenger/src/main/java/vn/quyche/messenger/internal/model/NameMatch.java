package vn.quyche.messenger.internal.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.directory.Person;
import vn.quyche.messenger.api.ChatMember;

/** Guesses who the members of a chat are, by the name that they show; a person confirms it. */
public final class NameMatch {

    private NameMatch() {}

    /**
     * The person for each member whom nobody named yet, when exactly one person and one member have the name.
     *
     * @return person ids by the member's id on the platform
     */
    public static Map<String, String> suggest(List<ChatMember> members, List<Person> staff) {
        Map<String, String> byName = unique(staff.stream()
                .map(person -> Map.entry(key(person.fullName()), person.id()))
                .toList());
        Set<String> named = new HashSet<>();
        members.forEach(member -> named.add(member.personId()));
        Map<String, String> memberByName = unique(members.stream()
                .filter(member -> member.state() != ChatMember.State.LEFT)
                .map(member -> Map.entry(key(member.name()), member.userId()))
                .toList());
        Map<String, String> suggested = new HashMap<>();
        for (ChatMember member : members) {
            String name = key(member.name());
            String person = byName.get(name);
            if (member.personId().isEmpty()
                    && person != null
                    && !named.contains(person)
                    && member.userId().equals(memberByName.get(name))) {
                suggested.put(member.userId(), person);
            }
        }
        return suggested;
    }

    private static Map<String, String> unique(List<Map.Entry<String, String>> entries) {
        Map<String, String> unique = new HashMap<>();
        Set<String> twice = new HashSet<>();
        for (Map.Entry<String, String> entry : entries) {
            if (unique.put(entry.getKey(), entry.getValue()) != null) {
                twice.add(entry.getKey());
            }
        }
        unique.keySet().removeAll(twice);
        unique.remove("");
        return unique;
    }

    /** Without marks, emoji, titles in brackets and doubled spaces. */
    private static String key(String name) {
        return VietnameseText.fold(name)
                .replaceAll("\\(.*?\\)", " ")
                .replaceAll("[^\\p{L} ]", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
