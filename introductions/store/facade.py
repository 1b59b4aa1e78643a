"""The room's one door: every public call, by the name that the other rooms use."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Engine

from introductions.store.alerts import Alerts
from introductions.store.clockwork import Clockwork
from introductions.store.columns import bind_cipher
from introductions.store.desk import Desk
from introductions.store.doors import Doors
from introductions.store.drafts import Drafts
from introductions.store.incidents import Incidents
from introductions.store.joining import Joining
from introductions.store.memory import Memory
from introductions.store.news_desk import NewsDesk
from introductions.store.outgoing import Sending
from introductions.store.people import People
from introductions.store.preferences import Preferences
from introductions.store.private_word import PrivateWords
from introductions.store.provider_chats import ProviderChats
from introductions.store.records import Records
from introductions.store.reminders import Reminders
from introductions.store.replies import Replies
from introductions.store.rights import Rights
from introductions.store.rotation import Rotation
from introductions.store.sleeping import Sleeping
from introductions.store.told_places import ToldPlaces
from introductions.store.young import Young
from introductions.values import Values
from knowledge.directory import Directory
from nwd.cipher import Cipher
from nwd.clock import Clock


class Introductions:
    """Persons, facts, offers, drafts, introductions, mail, news and rights.

    Calls are synchronous and each is one transaction. Calls with a ``key`` (``"<turn>:<action>"``) happen once: again
    with the same key they give back the first result and write nothing.
    """

    def __init__(  # noqa: PLR0915  (a table of what is public, one line a call)
        self, engine: Engine, directory: Callable[[], Directory], clock: Clock, cipher: Cipher, values: Values
    ) -> None:
        parts = (engine, directory, clock, cipher, values)
        people, memory, drafts = People(*parts), Memory(*parts), Drafts(*parts)
        meeting, records = Replies(*parts), Records(*parts)
        sending, news, rights = Sending(*parts), NewsDesk(*parts), Rights(*parts)

        self.ensure_person = people.ensure_person
        self.person = people.person
        self.set_keep = people.set_keep
        self.set_messages = people.set_messages
        self.may_message = people.may_message
        self.set_age_band = Young(*parts).set_age_band
        self.set_chosen_name = people.set_chosen_name
        self.wait_after_crisis = people.wait_after_crisis
        alerts = Alerts(*parts)
        self.alert = alerts.alert
        self.let_letters_go = alerts.let_letters_go
        self.hold = people.hold
        self.take_held = people.take_held
        self.save_words = people.save_words
        self.words_of = people.words_of
        self.own_words = people.own_words

        self.remember = memory.remember
        self.facts = memory.facts
        self.forget = memory.forget
        self.start_again = memory.start_again
        self.offer = memory.offer
        self.offers = memory.offers
        self.dislike = memory.dislike
        self.like_again = memory.like_again
        self.dislikes = memory.dislikes
        self.disliked_services = memory.disliked_services
        self.turns_taken = memory.turns_taken
        self.log_gap = memory.log_gap

        desk = Desk(*parts)
        self.ask_for_person = desk.ask_for_person
        self.complain = desk.complain
        self.complain_in_danger = desk.complain_in_danger
        self.unfinished_complaint = desk.unfinished_complaint
        self.finish_complaint = desk.finish_complaint
        self.add_to_complaint = desk.add_to_complaint
        self.complain_of_harm = desk.complain_of_harm
        self.desk_requests = desk.desk_requests
        self.show_request = desk.show_request
        self.close_request = desk.close_request
        self.somebody_leads = bool(desk.lead)

        self.draft = drafts.draft
        self.current_draft = drafts.current_draft
        self.fresh_draft = drafts.fresh_draft
        self.hold_lines = drafts.hold_lines
        self.switch_field = drafts.switch_field
        self.edit_line = drafts.edit_line
        self.discard = drafts.discard

        self.agree = meeting.agree
        self.of_person = meeting.of_person
        self.introduction = meeting.introduction
        self.told_place = ToldPlaces(*parts).told_place
        self.withdraw = meeting.withdraw
        self.answer_question = meeting.answer_question

        self.link_state = meeting.link_state
        self.open_link = meeting.open_link
        self.view = meeting.view
        self.say_hello = meeting.say_hello
        self.ask = meeting.ask
        self.not_yet = meeting.not_yet
        self.not_for_us = meeting.not_for_us
        self.not_meant_for_me = meeting.not_meant_for_me
        self.also = meeting.also
        self.finished = meeting.finished
        self.cannot_reach = meeting.cannot_reach

        self.contact_made = meeting.contact_made
        self.no_contact = meeting.no_contact
        self.person_met = meeting.person_met
        self.outcome = meeting.outcome
        self.did_not_work_out = meeting.did_not_work_out
        self.leave_question = meeting.leave_question
        self.say_to_provider = meeting.say_to_provider
        self.stop_relay = meeting.stop_relay
        self.line = meeting.line
        self.write_to_person = meeting.write_to_person
        self.stop_writing = meeting.stop_writing
        self.follow_up_tap = meeting.follow_up_tap
        self.mail_reply = meeting.mail_reply
        self.set_week = meeting.set_week
        self.week_of = meeting.week_of
        self.introduction_of_reply = meeting.introduction_of_reply
        self.ask_keepers = meeting.ask_keepers
        self.keeper_view = meeting.keeper_view
        self.keeper_says = meeting.keeper_says
        self.listing_edited = meeting.listing_edited
        self.listing_checks = meeting.listing_checks
        chats = ProviderChats(*parts)
        self.chat_code = chats.chat_code
        self.is_on_chat = chats.is_on_chat
        self.link_chat = chats.link_chat
        self.leave_chat = chats.leave_chat
        self.chat_wrote = chats.chat_wrote
        clockwork = Clockwork(*parts)
        self.tick = clockwork.tick
        self.next_strikes = clockwork.next_strikes

        self.due_letters = sending.due_letters
        self.letter_sent = sending.letter_sent
        self.letter_failed = sending.letter_failed
        self.letter_bounced = sending.letter_bounced
        self.sent_letters = sending.sent_letters
        self.waiting_mail = sending.waiting_mail
        self.pending_news = news.pending_news
        self.news_done = news.news_done
        self.news = news.news

        self.list_introductions = records.list_introductions
        self.show_introduction = records.show_introduction
        self.export = rights.export
        self.erase = rights.erase
        self.who_looked = rights.who_looked
        self.log_access = rights.log_access
        self.expire = rights.expire
        self.unknown = rights.unknown
        incidents = Incidents(*parts)
        self.open_incident = incidents.open_incident
        self.show_incident = incidents.show_incident
        self.approve_incident = incidents.approve_incident
        self.close_incident = incidents.close_incident
        self.rotate_keys = Rotation(*parts).rotate_keys
        self.join = Joining(*parts).join
        self.sleep_on_it = Sleeping(*parts).sleep_on_it
        reminders = Reminders(*parts)
        self.set_reminder, self.drop_reminder = reminders.set_reminder, reminders.drop_reminder
        self.reminder = reminders.reminder
        words = PrivateWords(*parts)
        self.word_state = words.word_state
        self.word_needed = words.word_needed
        self.expect_word = words.expect_word
        self.set_word = words.set_word
        self.give_word = words.give_word
        self.lock = words.lock
        self.pause_service = records.pause_service
        self.resume_service = records.resume_service
        self.paused_services = records.paused_services
        self.service_history = records.service_history
        doors, preferences = Doors(*parts), Preferences(*parts)
        self.ask_for_door = doors.ask_for_door
        self.let_door_hear = doors.let_door_hear
        self.set_quiet = preferences.set_quiet
        self.quiet = preferences.quiet
        self.ask_to_be_rung = preferences.ask_to_be_rung


def open_introductions(
    engine: Engine, directory: Callable[[], Directory], clock: Clock, cipher: Cipher, values: Values
) -> Introductions:
    """The room on this engine. ``values`` is ``nwd.settings.Settings``, or anything with the five fields of
    ``Values``.
    """
    bind_cipher(engine, cipher)
    return Introductions(engine, directory, clock, cipher, values)
