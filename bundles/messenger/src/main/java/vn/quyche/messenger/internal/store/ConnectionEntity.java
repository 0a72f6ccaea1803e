package vn.quyche.messenger.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.messenger.api.ConnectionKind;
import vn.quyche.messenger.api.TokenState;

@Entity(name = "MessengerConnection")
@Table(name = "platform_connection", schema = "q_messenger")
class ConnectionEntity {
    @Id
    String id;

    @Enumerated(EnumType.STRING)
    ConnectionKind kind;

    String name;

    @Column(name = "name_folded")
    String nameFolded;

    /** ON or OFF. */
    String state;

    @Column(name = "app_id")
    String appId;

    @Column(name = "account_id")
    String accountId;

    @Column(name = "token_sealed")
    String tokenSealed;

    @Column(name = "app_secret_sealed")
    String appSecretSealed;

    @Column(name = "hook_secret_sealed")
    String hookSecretSealed;

    @Column(name = "access_sealed")
    String accessSealed;

    @Column(name = "refresh_sealed")
    String refreshSealed;

    @Enumerated(EnumType.STRING)
    @Column(name = "token_state")
    TokenState tokenState;

    @Column(name = "token_generation")
    long tokenGeneration;

    @Column(name = "token_since")
    long tokenSince;

    @Column(name = "access_until")
    Long accessUntil;

    @Column(name = "refresh_until")
    Long refreshUntil;

    boolean polled;

    @Column(name = "last_ok_at")
    Long lastOkAt;

    @Column(name = "last_error_at")
    Long lastErrorAt;

    @Column(name = "last_error")
    String lastError;

    @Column(name = "last_detail")
    String lastDetail;

    @Column(name = "last_hook_at")
    Long lastHookAt;

    @Column(name = "paused_until")
    long pausedUntil;

    @Column(name = "refused_count")
    int refused;

    @Column(name = "refused_at")
    Long refusedAt;

    /** What somebody was told of it; empty while nothing is wrong. */
    String told = "";

    @Column(name = "told_at")
    long toldAt;

    @Column(name = "looked_at")
    long lookedAt;

    @Column(name = "created_at")
    long createdAt;

    long version;
}
