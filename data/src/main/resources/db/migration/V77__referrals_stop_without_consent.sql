-- Who takes consent back is not handed over any further: what is open stops with it, whoever notes that and wherever.
create function stop_referrals() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    with stopped as (
        update warm_referral w
        set state = 'WITHDRAWN', reason = 'CONSENT_WITHDRAWN', step = null, doer = null, who = null, due_on = null,
            due_at = null, ended_on = greatest(w.agreed_on, new.withdrawn_on), version = w.version + 1
        from support_request q
        where q.organisation = w.organisation and q.id = w.request and q.organisation = new.organisation
          and q.family = new.family and w.ended_on is null
          and (tg_table_name = 'consent' or q.programme = (to_jsonb(new) ->> 'programme')::uuid)
        returning w.organisation, w.id, w.request, w.ended_on)
    insert into warm_referral_step (organisation, referral, number, request, at, account, state, reason, ended_on)
    select s.organisation, s.id,
           (select coalesce(max(b.number), 0) + 1 from warm_referral_step b
            where b.organisation = s.organisation and b.referral = s.id),
           s.request, change_at(), nullif(current_setting('app.account', true), '')::uuid, 'WITHDRAWN',
           'CONSENT_WITHDRAWN', s.ended_on
    from stopped s;
    return null;
end
$$;
revoke all on function stop_referrals() from public;
create trigger stops_referrals after update of withdrawn_on on consent for each row
    when (old.withdrawn_on is null and new.withdrawn_on is not null and new.family is not null)
    execute function stop_referrals();
create trigger stops_referrals after update of withdrawn_on on sharing_consent for each row
    when (old.withdrawn_on is null and new.withdrawn_on is not null and new.family is not null)
    execute function stop_referrals();

-- A referral that has ended has a term of its own: it says where a family went, which the file need not keep as long.
alter table retention_term drop constraint retention_term_kind;
alter table retention_term add constraint retention_term_kind check (kind in ('SENT_MAIL', 'IMPORTS', 'REGISTRATIONS',
    'HISTORY', 'SNAPSHOTS', 'VOLUNTEERS', 'FAMILIES', 'AUDIT', 'REFERRALS'));
