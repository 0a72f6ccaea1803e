package vn.quyche.core.security.internal.store;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

@Entity
@Table(schema = "q_security", name = "system_entry")
class SystemEntryEntity {

    @Id
    String id;

    String kind;
    String name;

    @Column(name = "sort_key")
    String sortKey;

    @Column(name = "search_text")
    String searchText;

    String provider;

    @Column(name = "keeper_id")
    String keeperId;

    @Column(name = "since_day")
    LocalDate since;

    @Column(name = "until_day")
    LocalDate until;

    String note;

    @Column(name = "ended_on")
    LocalDate endedOn;

    @Column(name = "created_at")
    long createdAt;

    long version;
}
