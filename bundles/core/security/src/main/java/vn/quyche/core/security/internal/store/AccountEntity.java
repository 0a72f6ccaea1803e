package vn.quyche.core.security.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

@Entity
@Table(schema = "q_security", name = "account")
class AccountEntity {

    @Id
    String id;

    @Column(name = "user_name")
    String userName;

    @Column(name = "user_key")
    String userKey;

    String name;

    @Column(name = "sort_key")
    String sortKey;

    @Column(name = "search_text")
    String searchText;

    @Column(name = "person_id")
    String personId;

    @Column(name = "password_hash")
    String passwordHash;

    @Column(name = "must_change")
    boolean mustChange;

    @Column(name = "password_at")
    long passwordAt;

    boolean closed;

    @Column(name = "created_at")
    long createdAt;

    @Column(name = "last_sign_in")
    long lastSignIn;

    long version;
}
